import GeographyModel

/// Collects the diagnostics of one file, so that none is lost and nothing is thrown for a bad row.
struct ImportLog: Sendable {
    /// The file as the user named it.
    let file: String
    /// What was noticed so far.
    private(set) var diagnostics: [Diagnostic] = []
    /// Rows that were left out together with the one that a diagnostic names.
    private(set) var furtherRowsLeftOut: Set<Int> = []

    init(file: String, diagnostics: [Diagnostic] = []) {
        self.file = file
        self.diagnostics = diagnostics
    }

    /// Adds diagnostics that a reader made.
    mutating func take(_ found: [Diagnostic]) { diagnostics += found }

    /// A row or feature is left out.
    ///
    /// - Parameter alsoLeavingOut: Rows that have the same fault and need no diagnostic each.
    mutating func error(
        _ code: String, row: Int?, column: String? = nil, value: String? = nil, _ message: String,
        remedy: String? = nil, alsoLeavingOut rows: [Int] = []
    ) {
        furtherRowsLeftOut.formUnion(rows)
        diagnostics.append(
            Diagnostic(
                .error, code: code, file: file, row: row, column: column, value: value, message: message, remedy: remedy
            ))
    }

    /// A row or feature is taken after a repair.
    mutating func warning(
        _ code: String, row: Int?, column: String? = nil, value: String? = nil, _ message: String, remedy: String? = nil
    ) {
        diagnostics.append(
            Diagnostic(
                .warning, code: code, file: file, row: row, column: column, value: value, message: message,
                remedy: remedy))
    }

    /// A row or feature is taken, and the reader should know how it was understood.
    mutating func note(
        _ code: String, row: Int?, column: String? = nil, value: String? = nil, _ message: String, remedy: String? = nil
    ) {
        diagnostics.append(
            Diagnostic(
                .note, code: code, file: file, row: row, column: column, value: value, message: message, remedy: remedy)
        )
    }
}
