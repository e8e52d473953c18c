import GeographyModel

/// Reads what somebody says of an initiative: finds its areas, understands its dates, and collects what is wrong with it.
/// Files and the service are held to the same rules.
struct InitiativeCheck {
    /// Something that the writer of a draft should know.
    struct Finding {
        /// Whether the initiative can be taken none the less.
        var severity: Diagnostic.Severity
        /// A stable word for the kind of problem.
        var code: String
        /// What it is about.
        var field: InitiativeDraft.Field
        /// The offending words.
        var value: String?
        /// What is wrong.
        var message: String
        /// What to do about it.
        var remedy: String?
    }

    /// For how many unknown areas of an initiative the nearest names are looked up, which takes a while.
    private static let suggestionLimit = 5

    let directory: AreaDirectory
    private(set) var findings: [Finding] = []
    private var unknownAreas = 0

    /// Begins a check.
    init(directory: AreaDirectory) { self.directory = directory }

    /// Whether nothing was found that stands against taking the initiative.
    var isPassed: Bool { !findings.contains { $0.severity == .error } }

    /// The identifier that follows from a name; empty where the name has neither letter nor digit.
    static func identifier(of name: String) -> String { AreaName.key(name).replacing(" ", with: "-") }

    /// The initiative as it was understood, without a point.
    ///
    /// - Throws: Errors of the store only; what is wrong with the draft stands in ``findings``.
    mutating func initiative(_ draft: InitiativeDraft) throws -> Initiative {
        let words = draft.words
        let name = words[.name] ?? ""
        let id = Self.identifier(of: name)
        if id.isEmpty { report(.error, "missing-name", .name, nil, "the initiative has no name", nil) }
        let areas = try areas(draft)
        let (start, end) = (date(.start, draft), date(.end, draft))
        if let start, let latest = end?.latest, latest < start.earliest {
            report(
                .error, "end-before-start", .end, "\(start.text) to \(end?.text ?? "")",
                "the initiative ends before it starts", "Check the two dates.")
        }
        let level = words[.placeLevel] ?? "not stated"
        return Initiative(
            id: id, name: name, programme: words[.programme], organisation: words[.organisation],
            place: words[.place], placeLevel: level, coverage: coverage(draft, level: level, areas: areas),
            areas: areas, start: start, end: end, summary: words[.summary], sourceAddress: words[.sourceAddress],
            remark: words[.remark])
    }

    private mutating func report(
        _ severity: Diagnostic.Severity, _ code: String, _ field: InitiativeDraft.Field, _ value: String?,
        _ message: String, _ remedy: String?
    ) {
        findings.append(
            Finding(severity: severity, code: code, field: field, value: value, message: message, remedy: remedy))
    }

    private mutating func areas(_ draft: InitiativeDraft) throws -> [AreaCode] {
        var found: [AreaCode] = []
        for word in draft.areas {
            guard let match = try directory.find(word) else {
                unknownAreas += 1
                let near = unknownAreas > Self.suggestionLimit ? [] : try directory.suggestions(for: word)
                report(
                    .error, "unknown-area", draft.areasField, word, "no area has this code or name",
                    near.isEmpty
                        ? "Give a GSS code, or several with semicolons between."
                        : "Did you mean \(near.joined(separator: " or "))?")
                continue
            }
            for note in match.notes { report(.note, note.code.rawValue, draft.areasField, word, note.text, nil) }
            if !found.contains(match.area.code) { found.append(match.area.code) }
        }
        return found
    }

    private mutating func coverage(
        _ draft: InitiativeDraft, level: String, areas: [AreaCode]
    ) -> Initiative.Coverage {
        if areas.isEmpty { return .unknown }
        guard let word = draft.words[.coverage] else {
            return ["town", "towns", "neighbourhood", "ward"].contains(level.lowercased()) ? .part : .whole
        }
        if let coverage = Initiative.Coverage(rawValue: word.lowercased()) { return coverage }
        report(
            .error, "unknown-coverage", .coverage, word, "the coverage is not known",
            "Write whole, part, site or unknown.")
        return .unknown
    }

    private mutating func date(_ field: InitiativeDraft.Field, _ draft: InitiativeDraft) -> PartialDate? {
        guard let word = draft.words[field] else { return nil }
        if let date = PartialDate(word) { return date }
        report(
            .error, "bad-date", field, word, "the date is not understood",
            "Write 2024, 2024-03, 2024-03-31, \"2024 spring\", \"2024 early\" or \"2024+\".")
        return nil
    }
}
