public import GeographyModel

/// What an import did, or would have done.
public struct ImportReport: Sendable {
    /// The file, as it was named.
    public var file: String
    /// What one taken row or feature is called, and several of them, such as `figure` and `figures`.
    public var unit: (one: String, many: String)
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

    /// Makes a report; what was said of a row twice is kept once, and everything stands in the order of the file.
    init(
        file: String, unit: (one: String, many: String), taken: Int, diagnostics: [Diagnostic], options: ImportOptions,
        remarks: [String] = []
    ) {
        var seen: Set<Diagnostic> = []
        self.file = file
        self.unit = unit
        self.taken = taken
        self.diagnostics = diagnostics.filter { seen.insert($0).inserted }.enumerated()
            .sorted { ($0.element.row ?? .max, $0.offset) < ($1.element.row ?? .max, $1.offset) }.map(\.element)
        isDryRun = options.isDryRun
        isStrict = options.isStrict
        self.remarks = remarks
    }

    /// How many rows or features were left out.
    public var leftOut: Int { diagnostics.count { $0.severity == .error } }

    /// How many rows or features were taken after a repair.
    public var repaired: Int { diagnostics.count { $0.severity == .warning } }

    /// Whether the store was left as it was because of the file's problems.
    public var isRefused: Bool { taken == 0 || (isStrict && leftOut + repaired > 0) }

    /// Whether the store was changed.
    public var isCommitted: Bool { !isRefused && !isDryRun }

    /// The outcome in a sentence.
    public var summary: String {
        let counts =
            "\(taken) \(taken == 1 ? unit.one : unit.many) taken, \(leftOut) left out, \(repaired) repaired"
        if isStrict, leftOut + repaired > 0 {
            return "\(file): refused because of --strict; nothing was changed (\(counts))."
        }
        if taken == 0 { return "\(file): nothing could be taken; nothing was changed (\(counts))." }
        return isDryRun ? "\(file): tried only, nothing was changed (\(counts))." : "\(file): \(counts)."
    }
}
