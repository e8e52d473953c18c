import Foundation
import TestSupport
import Testing

@testable import FeatureFormats

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct ReportDocumentTests {
    /// A report with everything that there is, and names that look like markup.
    private static let report: ReportDocument = {
        var report = ReportDocument(title: "2 sites <in> \"England\" & more", lead: "They reach 48 % of the people.")
        report.warning = "Modelled figures."
        report.sections = [
            .init(
                "Question",
                [
                    .heading("What was asked"), .facts([("Aim", "The most people"), ("Sites|", "2 *or* fewer")]),
                    .paragraph("1. is no list, nor <script>alert(1)</script> a script."),
                ], picture: .init(svg: "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>\n", caption: "A map & more.")),
            .init(
                "Sites",
                [
                    .table(
                        .init(
                            "Sites, in order",
                            columns: [
                                .init("No.", isNumeric: true), .init("Site", isRowHeader: true),
                                .init("Instead", isWide: true),
                            ], rows: [["1", "St_Albans|x", "Dacorum"], ["2", "13.4 km", "–"]])),
                    .list([.init("It is near.", lead: "St Albans.")], isNumbered: true),
                    .list(
                        [
                            .init("A source.", address: "https://example.org/a?b=1&c=2"),
                            .init("No link.", address: "javascript:alert(1)"),
                        ], isNumbered: false),
                ]),
        ]
        report.closing = "Written on 2026-11-21."
        return report
    }()

    @Test(arguments: [("report.html", report.html), ("report.md", report.markdown)])
    func `a report is written as its golden has it`(golden: String, text: String) {
        #expect(Golden(golden).difference(from: text) == nil)
    }

    @Test func `the page is well formed and needs nothing from elsewhere`() {
        let html = Self.report.html
        let body = html.replacing(/(?s)^.*<body>/, with: "<body>").replacing("</html>\n", with: "")
        #expect(XMLParser(data: Data(body.utf8)).parse())
        for forbidden in ["<script", "@import", "url(", " src=", "<link rel=\"stylesheet", "href=\"javascript"] {
            #expect(!html.contains(forbidden), "\(forbidden)")
        }
    }

    @Test func `each table has a caption, a scope in every header and a name for the keyboard`() {
        let html = Self.report.html
        let headers = html.matches(of: /<th[ >]/).count
        #expect(headers == 5 && html.matches(of: /<th scope="(col|row)"/).count == headers)
        #expect(html.contains("<caption id=\"table-1\">Sites, in order</caption>"))
        #expect(html.contains("role=\"region\" tabindex=\"0\" aria-labelledby=\"table-1\""))
    }

    @Test(arguments: [
        ("13.4 km", "13.4 km"), ("1. first", #"1\. first"#), ("2)", #"2\)"#), ("- no list", #"\- no list"#),
        ("a|b*c_d", #"a\|b\*c\_d"#), ("<b>&amp;", #"\<b\>&amp;amp;"#), ("two\nlines", "two lines"),
        (#"back\slash"#, #"back\\slash"#), ("# heading", "\\# heading"), ("[x](y)", #"\[x\](y)"#),
    ])
    func `nothing in words is Markdown`(words: String, expected: String) {
        var buffer = TextBuffer()
        buffer.appendMarkdown(words)
        #expect(buffer.text == expected)
    }

    /// Contrast by WCAG 2.2, of text and of edges that matter, on every ground that the style has.
    @Test(arguments: ["light", "dark"])
    func `colours are told apart`(scheme: String) throws {
        let style = "\(ReportDocument.styleSheet)"
        let blocks = style.components(separatedBy: ":root {")
        let block = scheme == "light" ? blocks[1] : blocks[2]
        func luminance(_ name: String) throws -> Double {
            let found = try #require(
                block.firstMatch(of: try Regex("--\(name): #([0-9a-f]{6})", as: (Substring, Substring).self)))
            let colour = try #require(UInt32(found.output.1, radix: 16))
            return [(16, 0.2126), (8, 0.7152), (0, 0.0722)].reduce(0) { sum, part in
                let channel = Double(colour >> UInt32(part.0) & 0xFF) / 255
                return sum + part.1 * (channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4))
            }
        }
        let pairs: [(String, String, Double)] = [
            ("text", "ground", 4.5), ("quiet", "ground", 4.5), ("link", "ground", 4.5), ("text", "caution", 4.5),
            ("edge", "ground", 3), ("focus", "ground", 3), ("warm", "caution", 3),
        ]
        for (one, other, least) in pairs {
            let both = [try luminance(one), try luminance(other)].sorted()
            #expect((both[1] + 0.05) / (both[0] + 0.05) >= least, "\(scheme): \(one) on \(other)")
        }
    }
}
