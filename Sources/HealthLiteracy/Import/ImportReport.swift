public import GeographyModel

/// What an import did, or would have done.
public struct ImportReport: Sendable {
    /// The file, as it was named.
    public var file: String
    /// What is taken, one and several, such as `figure` and `figures`, and what they stand in: a `row` or a `feature`.
    public var unit: (one: String, many: String, row: String)
    /// How many were taken.
    public var taken: Int
    /// Every problem and every remark, in the order of the file.
    public var diagnostics: [Diagnostic]
    /// Whether everything was only tried.
    public var isDryRun: Bool
    /// Whether a single problem was to refuse the file.
    public var isStrict: Bool
    /// What was made besides, in sentences, such as a new edition.
    public var remarks: [String]

    private let furtherRowsLeftOut: Set<Int>

    /// Makes a report; what was said of a row twice is kept once, and everything stands in the order of the file.
    init(
        _ log: ImportLog, unit: (one: String, many: String, row: String), taken: Int, options: ImportOptions,
        remarks: [String] = []
    ) {
        var seen: Set<Diagnostic> = []
        file = log.file
        self.unit = unit
        self.taken = taken
        diagnostics = log.diagnostics.filter { seen.insert($0).inserted }.enumerated()
            .sorted { ($0.element.row ?? .max, $0.offset) < ($1.element.row ?? .max, $1.offset) }.map(\.element)
        furtherRowsLeftOut = log.furtherRowsLeftOut
        isDryRun = options.isDryRun
        isStrict = options.isStrict
        self.remarks = remarks
    }

    /// How many rows or features were left out, in whole or in part.
    public var leftOut: Int { rows(.error).union(furtherRowsLeftOut).count }

    /// How many rows or features were taken after a repair.
    public var repaired: Int { rows(.warning).count }

    /// Rows with a problem of this severity; what concerns the whole file is no row.
    private func rows(_ severity: Diagnostic.Severity) -> Set<Int> {
        Set(diagnostics.lazy.filter { $0.severity == severity }.compactMap(\.row))
    }

    private var hasProblems: Bool { diagnostics.contains { $0.severity != .note } }

    /// Whether the store was left as it was because of the file's problems.
    public var isRefused: Bool { taken == 0 || (isStrict && hasProblems) }

    /// Whether the store was changed.
    public var isCommitted: Bool { !isRefused && !isDryRun }

    /// The outcome in a sentence.
    public var summary: String {
        let rows = leftOut == 1 ? unit.row : unit.row + "s"
        let counts =
            "\(taken) \(taken == 1 ? unit.one : unit.many) taken, \(leftOut) \(rows) left out, \(repaired) repaired"
        if isStrict, hasProblems {
            return "\(file): refused because of --strict; nothing was changed (\(counts))."
        }
        if taken == 0 { return "\(file): nothing could be taken; nothing was changed (\(counts))." }
        return isDryRun ? "\(file): tried only, nothing was changed (\(counts))." : "\(file): \(counts)."
    }
}
