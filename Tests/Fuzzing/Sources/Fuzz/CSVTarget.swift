import GeographyModel
@testable import SourceReaders

/// Reads a table. Each row has as many fields as the header, and lines only go up.
func takeTable(_ bytes: [UInt8]) {
    do {
        var reader = try CSVReader(bytes: bytes, file: "fuzzed.csv")
        var line = reader.headerLine
        while let row = reader.next() {
            require(row.count == reader.header.count, "a ragged row got through")
            require(row.line > line, "line \(row.line) comes after line \(line)")
            line = row.line
            for column in 0..<row.count { _ = row[column] }
        }
    } catch let error as GeodataError {
        require(error.code == .inputMalformed, "\(error)")
    } catch {
        fatalError("an error of another kind: \(error)")
    }
}
