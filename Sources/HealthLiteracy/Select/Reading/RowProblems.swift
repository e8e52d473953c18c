import GeographyModel
import SourceReaders

extension Note {
    /// What a reader noticed about a file that it could read nevertheless, such as its encoding.
    static func reading(_ diagnostics: [Diagnostic]) -> [Note] {
        diagnostics.filter { $0.severity < .error }.map { Note(.fileRead, "\($0)") }
    }
}

/// The rows of a file that cannot be used. A selection is refused for a single one of them, because the best sites of
/// the others are not the best sites.
struct RowProblems {
    private var problems: [Diagnostic] = []
    private let file: String

    init(file: String) {
        self.file = file
    }

    /// A row cannot be used.
    mutating func add(
        _ line: Int, _ column: CSVColumn?, _ message: String, _ remedy: String, _ value: String? = nil
    ) {
        problems.append(
            Diagnostic(
                .error, code: "bad-row", file: file, row: line, column: column?.name, value: value, message: message,
                remedy: remedy))
    }

    /// Takes the errors that a reader found.
    mutating func take(_ diagnostics: [Diagnostic]) { problems += diagnostics.filter { $0.severity == .error } }

    /// Refuses the file where any row cannot be used: the first is named, the others are counted.
    ///
    /// - Throws: ``GeodataError`` `inputMalformed`.
    func refuse() throws {
        guard let first = problems.min(by: { ($0.row ?? 0) < ($1.row ?? 0) }) else { return }
        let others = problems.count == 1 ? "" : "; \(problems.count - 1) more like it"
        let detail = [first.column.map { "column \($0)" }, first.value.map { "value \"\($0)\"" }].compactMap(\.self)
        let bracket = detail.isEmpty ? "" : " (\(detail.joined(separator: ", ")))"
        throw GeodataError(
            .inputMalformed, "\(file):\(first.row ?? 1): \(first.message)\(bracket)\(others).",
            remedy: first.remedy)
    }
}
