import GeographyModel
import SourceReaders

/// The folder of source data, and its CSV files as rows of named fields.
struct SourceFolder {
    let path: String

    /// A file of the folder, unzipped if need be.
    func file(_ name: String) throws -> InputFile { try InputFile(path: "\(path)/\(name)") }

    /// The rows of a CSV file, each with its fields by column name. A row that cannot be read ends the build.
    func table(_ name: String) throws -> [[String: String]] {
        var reader = try CSVReader(file(name))
        var rows: [[String: String]] = []
        while let row = reader.next() {
            rows.append(
                Dictionary(uniqueKeysWithValues: reader.header.enumerated().map { ($1, row[$0].trimmingWhitespace()) }))
        }
        if let problem = reader.diagnostics.first(where: { $0.severity == .error }) { throw BuildProblem("\(problem)") }
        return rows
    }
}

/// Source data that does not hang together.
struct BuildProblem: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

extension [String: String] {
    /// The field of a column that must be there and filled.
    func required(_ column: String) throws -> String {
        guard let value = self[column], !value.isEmpty else { throw BuildProblem("no \(column) in \(self)") }
        return value
    }

    /// The field of a column as a number that must be there.
    func number(_ column: String) throws -> Double {
        let text = try required(column)
        guard let number = Double(text) else { throw BuildProblem("\(column) is not a number: \(text)") }
        return number
    }
}
