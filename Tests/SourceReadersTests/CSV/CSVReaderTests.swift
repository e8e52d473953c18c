import GeographyModel
import SourceReaders
import Testing

@Suite struct CSVReaderTests {
    /// The rows as text with their lines, and the reader after the last one.
    private func read(_ bytes: some Sequence<UInt8>) throws -> (rows: [[String]], lines: [Int], reader: CSVReader) {
        var reader = try CSVReader(bytes: Array(bytes), file: "test.csv")
        var (rows, lines): ([[String]], [Int]) = ([], [])
        while let row = reader.next() {
            rows.append((0..<row.count).map { row[$0] })
            lines.append(row.line)
        }
        return (rows, lines, reader)
    }

    @Test(arguments: [
        ("LF", "a,b\n1,2\n3,4\n"), ("CRLF", "a,b\r\n1,2\r\n3,4\r\n"), ("CR", "a,b\r1,2\r3,4\r"),
        ("no last line end", "a,b\n1,2\n3,4"),
        ("byte order mark", "\u{FEFF}a,b\n1,2\n3,4"), ("quotes", "\"a\",b\n\"1\",2\n3,\"4\""),
        ("spaces in the header", " a , b\n1,2\n3,4"),
        ("space after a quote", "a,b\n\"1\" ,2\n3,4"),
    ])
    func `every dialect gives the same rows`(label: String, text: String) throws {
        let (rows, lines, reader) = try read(text.utf8)
        #expect(reader.header == ["a", "b"])
        #expect(rows == [["1", "2"], ["3", "4"]])
        #expect(lines == [2, 3])
        #expect(reader.diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("comma inside", "\"a,b\"", "a,b"), ("doubled quote", "\"say \"\"hi\"\"\"", "say \"hi\""),
        ("only quotes", "\"\"\"\"\"\"", "\"\""),
        ("line end inside", "\"a\r\nb\"", "a\r\nb"), ("empty", "\"\"", ""), ("spaces are kept", "  x ", "  x "),
        ("quote inside plain text", "5\" pipe", "5\" pipe"), ("not ASCII", "Ynys Môn", "Ynys Môn"),
    ])
    func `a field means what RFC 4180 says`(label: String, field: String, meaning: String) throws {
        let (rows, _, reader) = try read("k,v\n1,\(field)\n".utf8)
        #expect(rows == [["1", meaning]])
        #expect(reader.diagnostics.isEmpty)
    }

    @Test func `blank lines are passed and rows keep the line on which they begin`() throws {
        let (rows, lines, reader) = try read("\n\r\na,b\n\n1,\"x\n\ny\"\n  \n3,4\n\n".utf8)
        #expect(reader.headerLine == 3)
        #expect(rows == [["1", "x\n\ny"], ["3", "4"]])
        #expect(lines == [5, 9])
    }

    @Test(arguments: [("too few", "1"), ("too many", "1,2,3"), ("trailing comma", "1,2,")])
    func `a ragged row is left out with a diagnostic`(label: String, row: String) throws {
        let (rows, _, reader) = try read("a,b\n\(row)\n3,4\n".utf8)
        #expect(rows == [["3", "4"]])
        #expect(reader.diagnostics.map(\.code) == ["ragged-row"])
        #expect(reader.diagnostics.first?.row == 2)
        #expect(reader.diagnostics.first?.severity == .error)
    }

    @Test func `a quote that is never closed is named by the line where it began`() throws {
        let (rows, _, reader) = try read("a,b\n1,2\n3,\"4\n5,6\n7,8\n".utf8)
        #expect(rows == [["1", "2"]])
        #expect(reader.diagnostics.map(\.code) == ["unterminated-quote"])
        #expect(reader.diagnostics.first?.row == 3)
    }

    @Test func `a row with text after a closing quote is left out`() throws {
        let (rows, _, reader) = try read("a,b\n\"1\"x,2\n3,4\n".utf8)
        #expect(rows == [["3", "4"]])
        #expect(reader.diagnostics.map(\.code) == ["malformed-quote"])
    }

    @Test func `Windows-1252 is read with a warning at the first byte that shows it`() throws {
        let (rows, _, reader) = try read(Array("a,b\n1,x\n2,M".utf8) + [0xF4, 0x6E, 0x80, 0x96, 0x81, 0x0A])
        #expect(rows == [["1", "x"], ["2", "Môn€–\u{FFFD}"]])
        #expect(reader.diagnostics.map(\.code) == ["not-utf-8"])
        #expect(reader.diagnostics.first?.row == 3)
        #expect(reader.diagnostics.first?.severity == .warning)
    }

    @Test(arguments: [(";", Character(";")), ("\t", Character("\t"))])
    func `another separator is found in the header and noted`(separator: String, character: Character) throws {
        let text = ["code;name;\"x,y\"", "1;a, b, c, d;2"].joined(separator: "\n").replacing(";", with: separator)
        let (rows, _, reader) = try read(text.utf8)
        #expect(reader.separator == character)
        #expect(rows == [["1", "a, b, c, d", "2"]])
        #expect(reader.diagnostics.map(\.code) == ["separator"])
        #expect(reader.diagnostics.first?.severity == .note)
    }

    @Test func `an empty last cell of a tab-separated row is a field, not white space`() throws {
        let (rows, _, reader) = try read("a\tb\n1\t2\n\t\n".utf8)
        #expect(rows == [["1", "2"], ["", ""]])
        #expect(reader.diagnostics.map(\.code) == ["separator"])
    }

    @Test func `a repeated column name is warned of and the first is used`() throws {
        let (_, _, reader) = try read("code,Value,value \n1,2,3\n".utf8)
        #expect(reader.diagnostics.map(\.code) == ["duplicate-column"])
        #expect(reader.column(named: ["VALUE"]) == CSVColumn(index: 1, name: "Value"))
    }

    @Test(arguments: [
        (["area_code", "Area Code"], 1, "AREA  code"), (["LAD24CD", "area code"], 0, "lad24cd"), (["missing"], -1, ""),
    ])
    func `a column is found by the first accepted name`(candidates: [String], index: Int, name: String) throws {
        let (_, _, reader) = try read("\u{FEFF}lad24cd,AREA  code\n1,2\n".utf8)
        let expected = index < 0 ? nil : CSVColumn(index: index, name: name)
        #expect(reader.column(named: candidates) == expected)
    }

    @Test(
        arguments: [
            ("UTF-16 LE", [0xFF, 0xFE, 0x61, 0x00]), ("UTF-16 BE", [0xFE, 0xFF, 0x00, 0x61]),
            ("NUL", [0x61, 0x2C, 0x00]),
            ("nothing", []), ("only a mark", [0xEF, 0xBB, 0xBF]), ("blank lines", [0x0A, 0x0D, 0x20]),
            ("open quote", [0x22, 0x61]),
        ] as [(String, [UInt8])])
    func `a file without a readable header is refused`(label: String, bytes: [UInt8]) {
        #expect(geodataError { _ = try CSVReader(bytes: bytes, file: "test.csv") }?.code == .inputMalformed)
    }

    @Test func `a file cut at any byte gives only rows of the file, or none`() throws {
        let text = Array("a,\"b\"\r\n1,\"x \"\"y\"\"\nz\"\r\n2,Môn\n".utf8)
        for length in 1...text.count {
            guard let cut = try? read(text.prefix(length)) else { continue }
            #expect(cut.rows.count <= 2)
            #expect(cut.rows.allSatisfy { $0.count == cut.reader.header.count })
        }
        #expect(try read(text).rows == [["1", "x \"y\"\nz"], ["2", "Môn"]])
    }
}
