/// A problem in somebody's data: where it is, what it is, and what to do. Diagnostics are collected, never thrown.
public struct Diagnostic: Hashable, Sendable {
    /// What became of the row or feature.
    public enum Severity: String, Sendable, Comparable {
        /// It was taken; the reader should know how it was understood.
        case note
        /// It was taken after a repair. `--strict` refuses it.
        case warning
        /// It was left out.
        case error

        /// Notes come before warnings, warnings before errors.
        public static func < (left: Severity, right: Severity) -> Bool { left.weight < right.weight }

        private var weight: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// What became of the row or feature.
    public var severity: Severity
    /// A stable word for the kind of problem, such as `value-out-of-range`.
    public var code: String
    /// The file as the user named it.
    public var file: String
    /// The line of a text file, or the place of a feature in its collection, from 1; `nil` for the whole file.
    public var row: Int?
    /// The column or member concerned.
    public var column: String?
    /// The offending value as it stands in the file, cut short where it is long.
    public var value: String?
    /// What is wrong.
    public var message: String
    /// What to do about it.
    public var remedy: String?

    /// Makes a diagnostic.
    public init(
        _ severity: Severity, code: String, file: String, row: Int? = nil, column: String? = nil, value: String? = nil,
        message: String, remedy: String? = nil
    ) {
        self.severity = severity
        self.code = code
        self.file = file
        self.row = row
        self.column = column
        self.value = value.map { $0.count > 60 ? "\($0.prefix(57))..." : $0 }
        self.message = message
        self.remedy = remedy
    }
}

extension Diagnostic: CustomStringConvertible {
    /// One line in the form that compilers made familiar: `file:row: severity: message (column, value). Remedy`.
    public var description: String {
        let place = row.map { "\(file):\($0)" } ?? file
        let detail = [column.map { "column \($0)" }, value.map { "value \"\($0)\"" }].compactMap { $0 }
        let bracket = detail.isEmpty ? "" : " (\(detail.joined(separator: ", ")))"
        return "\(place): \(severity.rawValue): \(message)\(bracket)." + (remedy.map { " \($0)" } ?? "")
    }
}
