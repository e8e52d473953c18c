package import GeographyModel

/// Reads comma-separated values (RFC 4180) row by row, as spreadsheets and statistics packages really write them.
///
/// Rows are slices of the file's bytes; nothing becomes a string before it is asked for, so a file of a million rows
/// costs little more than its bytes. Rows that cannot be taken are left out, each with a diagnostic.
///
/// ```swift
/// var reader = try CSVReader(InputFile(path: "figures.csv"))
/// guard let code = reader.column(named: ["area_code", "LAD24CD"]) else { … }
/// while let row = reader.next() { print(row.line, row[code]) }
/// print(reader.diagnostics)
/// ```
package struct CSVReader: Sequence, IteratorProtocol, Sendable {
    /// The file as the user named it.
    package let file: String
    /// The names of the columns, trimmed, as they stand in the header line.
    package let header: [String]
    /// The line of the header, from 1.
    package let headerLine: Int
    /// The character between fields: comma, semicolon or tab.
    package let separator: Character
    /// What was noticed about the header, and about the rows read up to now.
    package private(set) var diagnostics: [Diagnostic]

    private var scanner: CSVScanner
    private var fields: [CSVRow.Field] = []

    /// Reads the header line of a file.
    ///
    /// - Throws: `GeodataError` with code `inputMalformed` where the file is UTF-16, holds NUL bytes, or has no header.
    package init(_ input: InputFile) throws {
        try self.init(bytes: input.bytes, file: input.name)
    }

    /// Reads the header line of text that is in memory.
    ///
    /// - Throws: `GeodataError` with code `inputMalformed`, as for a file.
    package init(bytes: [UInt8], file: String) throws {
        self.file = file
        var diagnostics: [Diagnostic] = []
        let text = try CSVText.utf8(bytes, file: file, diagnostics: &diagnostics)
        let separator = CSVText.separator(text)
        if separator != UInt8(ascii: ",") {
            let name = separator == UInt8(ascii: "\t") ? "tabs" : "semicolons"
            diagnostics.append(
                Diagnostic(
                    .note, code: "separator", file: file, message: "the fields are separated by \(name), not commas"))
        }
        self.separator = Character(Unicode.Scalar(separator))

        var scanner = CSVScanner(bytes: text, separator: separator)
        var fields: [CSVRow.Field] = []
        if let titles = scanner.skipTitles() {
            diagnostics.append(
                Diagnostic(
                    .note, code: "title-lines", file: file,
                    message:
                        "\(titles) \(titles == 1 ? "line" : "lines") above the column names \(titles == 1 ? "was" : "were") set aside"
                ))
        }
        let outcome = scanner.scanRow(into: &fields)
        switch outcome {
        case .row(let line):
            headerLine = line
        case .strayText(let line), .unterminatedQuote(let line):
            throw GeodataError(
                .inputMalformed, "The header of \(file) (line \(line)) has a quote that is never closed properly.",
                remedy: "Give the file one header line with plain column names.")
        case .end:
            throw GeodataError(
                .inputMalformed, "\(file) holds no header line.",
                remedy: "Give the file one header line with column names.")
        }
        let row = CSVRow(line: headerLine, bytes: text, fields: fields)
        header = (0..<row.count).map { CSVText.trimmed(row[$0]) }
        diagnostics += CSVText.duplicates(in: header, line: headerLine, file: file)
        self.scanner = scanner
        self.diagnostics = diagnostics
    }

    /// The next row that has as many fields as the header; `nil` at the end of the file.
    ///
    /// Rows that are left out on the way are added to ``diagnostics``.
    package mutating func next() -> CSVRow? {
        while true {
            switch scanner.scanRow(into: &fields) {
            case .end:
                return nil
            case .row(let line) where fields.count == header.count:
                return CSVRow(line: line, bytes: scanner.bytes, fields: fields)
            case .row(let line):
                diagnostics.append(ragged(line: line))
            case .strayText(let line):
                diagnostics.append(
                    Diagnostic(
                        .error, code: "malformed-quote", file: file, row: line,
                        message: "the row has text after a closing quote",
                        remedy: "Double the quotes inside a quoted field."))
            case .unterminatedQuote(let line):
                diagnostics.append(
                    Diagnostic(
                        .error, code: "unterminated-quote", file: file, row: line,
                        message: "the quote that begins on line \(line) is never closed, so the rest is not read",
                        remedy: "Close the quote, or double it where it belongs to the text."))
            }
        }
    }

    private func ragged(line: Int) -> Diagnostic {
        let fieldWord = fields.count == 1 ? "field" : "fields"
        return Diagnostic(
            .error, code: "ragged-row", file: file, row: line,
            message: "the row has \(fields.count) \(fieldWord) and the header has \(header.count)",
            remedy: "Quote fields that contain the separator, and give every row the same number of fields.")
    }
}
