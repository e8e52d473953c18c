import SourceReaders
import Testing

@Suite struct FieldParserTests {
    @Test(arguments: [
        ("56.42", 56.42), ("56.42%", 56.42), (" 56.42 ", 56.42), ("\u{A0}56.42 %\t", 56.42), ("-3", -3), ("0", 0),
        ("1,234", 1234), ("12,345,678", 12_345_678), ("1,234.5", 1234.5), ("-1,234", -1234), (".5", 0.5),
        ("1E+05", 100_000),
        ("007", 7),
    ])
    func `a plain decimal is a number`(text: String, value: Double) {
        #expect(FieldParser.number(text) == .number(value))
    }

    @Test(arguments: ["*", "c", "C", "x", "z", "[c]", "[x]", "[Z]", ":", "..", "-", "n/a", "N/A"])
    func `a marker says that the figure is withheld`(marker: String) {
        #expect(FieldParser.number(" \(marker) ") == .suppressed(marker))
    }

    @Test(arguments: ["", " ", "\t", "\u{A0}"])
    func `white space is blank`(text: String) { #expect(FieldParser.number(text) == .blank) }

    @Test(arguments: [
        ("decimal comma", "12,5", "decimal-comma", "Write 12.5."),
        ("two decimals", "12,50", "decimal-comma", "Write 12.50."),
        ("per cent", "12,5%", "decimal-comma", "Write 12.5."),
        ("typographic minus", "\u{2212}5", "not-a-number", "Write -5."),
    ])
    func `a number written another way comes with the right way`(
        label: String, text: String, code: String, remedy: String
    ) throws {
        guard case .problem(let problem) = FieldParser.number(text) else {
            Issue.record("\(text) was taken")
            return
        }
        #expect(problem.code == code)
        #expect(problem.remedy == remedy)
    }

    @Test(arguments: [
        "12abc", "NaN", "nan", "inf", "-inf", "Infinity", "0x1A", "1 234", "1.2.3", "12,34,567", "1,2345", "--1", "+",
        "5.",
        "1e", "1,", ",5,", "%", "1_000", "٣", "１２", "1,234,5", "1.5,000",
    ])
    func `what is no number is a problem`(text: String) {
        guard case .problem(let problem) = FieldParser.number(text) else {
            Issue.record("\(text) was taken")
            return
        }
        #expect(["not-a-number", "decimal-comma"].contains(problem.code))
    }

    @Test(arguments: ["1e400", "-1e400", "1e-400", String(repeating: "9", count: 400)])
    func `a number beyond all doubles is a problem`(text: String) {
        guard case .problem(let problem) = FieldParser.number(text) else {
            Issue.record("\(text) was taken")
            return
        }
        #expect(problem.code == "number-out-of-range")
    }

    @Test func `a grouping comma is a decimal comma where no thousands are expected`() {
        guard case .problem(let problem) = FieldParser.number("1,234", allowsThousands: false) else {
            Issue.record("1,234 was taken")
            return
        }
        #expect(problem.code == "decimal-comma")
    }
}
