import FeatureFormats
import GeographyModel
import Testing

@Suite struct CSVTextTests {
    private func cell(_ value: PropertyValue, _ guarding: FormulaGuard = .apostrophe) -> String {
        var buffer = TextBuffer()
        buffer.appendCSV(value, guarding: guarding)
        return buffer.text
    }

    @Test(arguments: [
        (PropertyValue.null, ""), (.text(""), "\"\""), (.text("Hull, City of"), "\"Hull, City of\""),
        (.text("say \"no\""), "\"say \"\"no\"\"\""), (.text("two\nlines"), "\"two\nlines\""),
        (.text(" padded"), "\" padded\""), (.boolean(true), "true"), (.number(0.1 + 0.2), "0.3"), (.number(.nan), ""),
        (.number(-5), "-5"), (.integer(-5), "-5"), (.array([.text("a"), .integer(2), .number(2.5)]), "a;2;2.5"),
        (.array([]), "\"\""), (.object([Property("a", .text("b"))]), "\"{\"\"a\"\":\"\"b\"\"}\""),
    ])
    func `a cell is quoted only where RFC 4180 asks for it`(value: PropertyValue, text: String) {
        #expect(cell(value) == text)
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+44 20", "'+44 20"), ("-SUM(A1)", "'-SUM(A1)"), ("@cmd", "'@cmd"), ("\tx", "'\tx"),
        ("-5", "-5"), ("+1.5e3", "+1.5e3"), ("-", "-"), ("-inf", "'-inf"), ("a=b", "a=b"), ("'quoted'", "'quoted'"),
        ("'=x", "''=x"), ("''-x", "'''-x"), ("=HYPERLINK(\"a\",1)", "\"'=HYPERLINK(\"\"a\"\",1)\""),
    ])
    func `words that a spreadsheet would run get an apostrophe that can be taken off again`(
        text: String, guarded: String
    ) {
        #expect(cell(.text(text)) == guarded)
    }

    @Test func `without the guard words are written as they are`() {
        #expect(cell(.text("=1+1"), .none) == "=1+1")
    }

    @Test func `a heading that a spreadsheet would run is guarded too`() {
        var encoder = CSVFeatureEncoder(columns: ["=x"])
        #expect(encoder.text([], header: CollectionHeader(name: "none")) == "'=x\r\n")
    }
}
