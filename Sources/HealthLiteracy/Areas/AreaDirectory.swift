import GeographyModel
import SpatialStore

/// Finds the area that a person means by a code, a name, an old code or an old name.
struct AreaDirectory {
    let reader: StoreReader

    /// What a code or name was read as.
    struct Match {
        /// The area that is held.
        var area: Area
        /// What the reader should know about the reading, such as that the name is an old one.
        var notes: [Note] = []
        /// The old area that was asked for, where it is no longer held.
        var succession: RecordedSuccession?
    }

    /// The countries by the first letter of their areas' codes.
    private static let countries = [
        "E": "England", "W": "Wales", "S": "Scotland", "N": "Northern Ireland", "K": "the United Kingdom",
    ]

    /// The order in which a name that several levels share is read.
    private static let precedence: [AreaType] = [.district, .county, .region, .icb, .country, .ward, .msoa, .lsoa]

    /// Finds the one area that `words` mean.
    ///
    /// - Parameters:
    ///   - words: A code or a name, in any case, with or without accents, `&` or `and`.
    ///   - types: The levels to read a name at, the first that fits wins; `nil` reads districts first, then wider areas.
    /// - Throws: ``GeodataError`` `areaNotFound`, with the nearest names.
    func match(_ words: String, preferring types: [AreaType]? = nil) throws -> Match {
        if let match = try find(words, preferring: types) ?? onlyPartialMatch(words) { return match }
        throw try notFound(words)
    }

    /// The one district whose name holds the words among others, as "Hull" stands in "Kingston upon Hull".
    private func onlyPartialMatch(_ words: String) throws -> Match? {
        let key = AreaName.key(words)
        guard key.count >= 3 else { return nil }
        let districts = try reader.areas(of: .district).filter {
            " \(AreaName.key($0.name)) ".contains(" \(key) ")
        }
        guard districts.count == 1, let area = districts.first else { return nil }
        return Match(area: area, notes: [Note(.resolved, "\"\(words)\" was read as \(area.name) (\(area.code)).")])
    }

    /// The same, with `nil` where nothing fits.
    func find(_ words: String, preferring types: [AreaType]? = nil) throws -> Match? {
        let code = AreaCode(words)
        if let area = try reader.area(code) { return Match(area: area) }
        if let successor = try reader.successions(ofCode: code).heaviest { return successorMatch(successor) }
        let key = AreaName.key(words)
        guard !key.isEmpty else { return nil }
        let order = types ?? Self.precedence
        let named = try reader.areas(named: key).sorted {
            place(of: $0.type, in: order) < place(of: $1.type, in: order)
        }
        if let area = named.first {
            return Match(area: area, notes: ambiguity(words, area, named.dropFirst()) + board(words, key, area))
        }
        return try reader.successions(ofName: key).heaviest.map(successorMatch)
    }

    /// The names nearest to `words`, for a person who slipped.
    func suggestions(for words: String, limit: Int = 3) throws -> [String] {
        let key = AreaName.key(words)
        guard key.count >= 3 else { return [] }
        let length = key.count
        let allowed = length < 4 ? 0 : max(1, length / 4)
        var nearest: [String: Int] = [:]
        for (candidate, name) in try reader.names(of: [.district, .county, .region, .icb]) {
            let isBeginning = candidate.hasPrefix(key) || candidate.contains(" \(key)")
            // Words of such different lengths are further apart than is allowed, and long ones take long to compare.
            guard isBeginning || abs(candidate.count - length) <= allowed else { continue }
            let slips = isBeginning ? min(1, allowed) : AreaName.slips(key, candidate)
            if slips <= allowed { nearest[name] = min(nearest[name] ?? .max, slips) }
        }
        return nearest.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(limit).map(\.key)
    }

    private func notFound(_ words: String) throws -> GeodataError {
        let code = AreaCode(words)
        if code.isGSS, let country = Self.countries[String(code.rawValue.prefix(1))] {
            return GeodataError(
                .areaNotFound, "\(code) is a code of \(country), and the store holds no area under it.",
                remedy: country == "England"
                    ? "Check the code against those of the level, such as all districts."
                    : "The embedded data set is of England; others can be brought in with their boundaries.")
        }
        let near = try suggestions(for: words)
        let remedy =
            near.isEmpty
            ? "Give a GSS code such as E09000025, or a name such as Newham."
            : "Did you mean \(near.map { "\"\($0)\"" }.joined(separator: " or "))?"
        return GeodataError(.areaNotFound, "No area has the code or name \"\(words)\".", remedy: remedy)
    }

    private func place(of type: AreaType, in order: [AreaType]) -> Int { order.firstIndex(of: type) ?? order.count }

    private func ambiguity(_ words: String, _ area: Area, _ others: ArraySlice<Area>) -> [Note] {
        guard !others.isEmpty else { return [] }
        let list = others.map { "\($0.type.label) \($0.name) (\($0.code))" }.joined(separator: ", ")
        return [
            Note(
                .ambiguousName,
                "\"\(words)\" was read as the \(area.type.label) \(area.name) (\(area.code)); there is also the \(list)."
            )
        ]
    }

    /// A board answers to the name of its place, which many take for a county: say which it is.
    private func board(_ words: String, _ key: String, _ area: Area) -> [Note] {
        let saysBoard = ["nhs", "icb", "board"].contains { " \(key) ".contains(" \($0) ") }
        guard area.type == .icb, !saysBoard, AreaName.keys(for: area.name, type: .icb).contains(key) else { return [] }
        return [Note(.resolved, "\"\(words)\" was read as the ICB \(area.name) (\(area.code)).")]
    }

    private func successorMatch(_ recorded: RecordedSuccession) -> Match {
        Match(area: recorded.successor, notes: [Note(.resolved, recorded.sentence)], succession: recorded)
    }
}

extension [RecordedSuccession] {
    /// The succession into which most of the old area went.
    fileprivate var heaviest: RecordedSuccession? {
        self.max { ($0.succession.weight, $1.successor.code) < ($1.succession.weight, $0.successor.code) }
    }
}

extension RecordedSuccession {
    /// What became of the old code, in a sentence.
    var sentence: String {
        let old = "\(succession.oldName) (\(succession.oldCode))"
        let new = "\(successor.name) (\(successor.code))"
        return switch succession.kind {
        case .merged: "\(old) was abolished and is part of \(new)."
        case .recoded: "\(old) is held under the code \(successor.code)."
        case .laterCode: "\(old) is a later code; these boundaries hold it as \(new)."
        case .split: "\(old) was divided; most of it is in \(new)."
        }
    }
}
