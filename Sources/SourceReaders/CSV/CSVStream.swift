package import GeographyModel

/// Reads a CSV file of any size, some rows at a time; no more than a piece of the file is ever in memory.
///
/// Unlike ``CSVReader`` it hands out every row, those with a wrong number of fields too, so that a program which copies
/// the file loses nothing.
///
/// ```swift
/// var stream = try CSVStream(ByteStream(path: "points.csv"))
/// while let rows = try stream.nextRows() { for row in rows { print(row[0]) } }
/// ```
package struct CSVStream {
    /// The file as the user named it.
    package var file: String { source.name }
    /// The names of the columns, trimmed, as they stand in the header line.
    package private(set) var header: [String] = []
    /// What was noticed about the file so far.
    package private(set) var diagnostics: [Diagnostic] = []
    /// How much of the file was read, as a proportion 0…1; 0 for a pipe.
    package var fraction: Double { source.size > 0 ? min(1, Double(source.bytesRead) / Double(source.size)) : 0 }

    private let source: ByteStream
    private var separator = UInt8(ascii: ",")
    /// What was read and belongs to no finished row: first in UTF-8, then as it stands in the file.
    private var rest: [UInt8] = []
    private var raw: [UInt8] = []
    private var isAtEnd = false
    private var linesBefore = 0
    private var waiting: [CSVRow] = []

    /// How much is read at once.
    private static let pieceSize = 1 << 22
    /// The longest row that is waited for.
    private static let rowLimit = 1 << 24

    /// Reads the header line.
    ///
    /// - Throws: `GeodataError` with code `inputMalformed` where the file is no CSV or has no header line.
    package init(_ source: ByteStream) throws {
        self.source = source
        var first = true
        while header.isEmpty {
            guard var text = try nextText() else {
                throw GeodataError(
                    .inputMalformed, "\(source.name) holds no header line.",
                    remedy: "Give the file one header line with column names.")
            }
            if first {
                text = try CSVText.utf8(text, file: file, diagnostics: &diagnostics)
                separator = CSVText.separator(text)
                first = false
            }
            var rows = try scan(text, skipsTitles: true)
            if !rows.isEmpty {
                let row = rows.removeFirst()
                header = (0..<row.count).map { CSVText.trimmed(row[$0]) }
                diagnostics += CSVText.duplicates(in: header, line: row.line, file: file)
                waiting = rows
            }
        }
    }

    /// The first column that has one of the accepted names, which are tried in order.
    package func column(named candidates: [String]) -> CSVColumn? { CSVColumn(named: candidates, in: header) }

    /// The rows that the next piece of the file holds; `nil` at the end.
    ///
    /// - Throws: `GeodataError` with code `inputMalformed` for damaged gzip, or a quote that is never closed.
    package mutating func nextRows() throws -> [CSVRow]? {
        if !waiting.isEmpty {
            defer { waiting = [] }
            return waiting
        }
        while let text = try nextText() {
            let rows = try scan(text)
            if !rows.isEmpty { return rows }
        }
        return nil
    }

    /// The next piece of the file as UTF-8, after what the piece before left over; `nil` where nothing is left.
    private mutating func nextText() throws -> [UInt8]? {
        while true {
            if isAtEnd {
                guard !rest.isEmpty || !raw.isEmpty else { return nil }
                defer { (rest, raw) = ([], []) }
                return rest + (try converted(raw[...]))
            }
            if try source.read(Self.pieceSize, into: &raw) == 0 {
                isAtEnd = true
                continue
            }
            guard rest.count + raw.count <= Self.rowLimit + Self.pieceSize else {
                throw GeodataError(
                    .inputMalformed,
                    "\(file) has a row of more than \(Self.rowLimit >> 20) MiB, from line \(linesBefore + 1).",
                    remedy: "Close the quote that is open there, or check that the file is CSV.")
            }
            // No byte of a character of several bytes ends a line, so that a piece which ends with a line is whole.
            guard let lineEnd = raw.lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { continue }
            defer {
                rest = []
                raw.removeSubrange(...lineEnd)
            }
            return rest + (try converted(raw[...lineEnd]))
        }
    }

    /// A piece as UTF-8: lines that are not are read as Windows-1252, and no others.
    ///
    /// - Throws: `GeodataError` with code `inputMalformed` for UTF-16 and for NUL bytes.
    private mutating func converted(_ piece: ArraySlice<UInt8>) throws -> [UInt8] {
        if linesBefore == 0 { try TextEncoding.refuseUTF16(Array(piece.prefix(4)), name: file) }
        if piece.contains(0) {
            throw GeodataError(
                .inputMalformed, "\(file) holds NUL bytes, so it is not UTF-8 text.", remedy: "Save it as CSV UTF-8.")
        }
        guard piece.withUnsafeBufferPointer(TextEncoding.firstInvalidUTF8) != nil else { return Array(piece) }
        var text: [UInt8] = []
        for (number, line) in piece.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if number > 0 { text.append(0x0A) }
            guard line.withUnsafeBufferPointer(TextEncoding.firstInvalidUTF8) != nil else {
                text += line
                continue
            }
            text += TextEncoding.utf8(fromWindows1252: Array(line))
            if !diagnostics.contains(where: { $0.code == "not-utf-8" }) {
                diagnostics.append(
                    Diagnostic(
                        .warning, code: "not-utf-8", file: file, row: linesBefore + 1 + number,
                        message: "the line is not UTF-8 and was read as Windows-1252, as any others like it",
                        remedy: "Save the file as CSV UTF-8."))
            }
        }
        return text
    }

    /// The rows of a piece; a row that the next piece may go on with is kept for it.
    private mutating func scan(_ text: [UInt8], skipsTitles: Bool = false) throws -> [CSVRow] {
        var scanner = CSVScanner(bytes: text, separator: separator)
        if skipsTitles { _ = scanner.skipTitles() }
        var rows: [CSVRow] = []
        var fields: [CSVRow.Field] = []
        while true {
            let start = scanner
            switch scanner.scanRow(into: &fields) {
            case .end:
                linesBefore += scanner.linesRead
                return rows
            case .unterminatedQuote(let line):
                guard !isAtEnd else {
                    throw GeodataError(
                        .inputMalformed, "\(file) has a quote on line \(linesBefore + line) that is never closed.",
                        remedy: "Close it, or double it where it belongs to the text.")
                }
                linesBefore += start.linesRead
                rest = Array(text[start.offset...])
                return rows
            case .strayText(let line), .row(let line):
                rows.append(CSVRow(line: linesBefore + line, bytes: text, fields: fields))
            }
        }
    }
}
