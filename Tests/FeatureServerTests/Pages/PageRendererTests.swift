import FeatureServer
import TestSupport
import Testing

/// What every page keeps to, whatever it holds.
struct PageRendererTests {
    static func html(_ page: Page, address: String = "http://test/hlgeo") throws -> String {
        String(decoding: try PageRenderer(PageTemplates(), address: address).html(page), as: UTF8.self)
    }

    /// The start tags of a page, each without its brackets.
    static func tags(_ html: String) -> [Substring] {
        html.split(separator: "<").dropFirst().compactMap {
            $0.split(separator: ">", omittingEmptySubsequences: false).first
        }
        .filter { !$0.hasPrefix("/") }
    }

    @Test func `a page is as it was reviewed`() throws {
        let html = try Self.html(PageSamples.ranking()).replacing(Stylesheet.path, with: "/assets/style.css")
        #expect(Golden("ranking.html").difference(from: html) == nil)
    }

    @Test func `no text becomes markup, and none is taken for a template`() throws {
        let html = try Self.html(PageSamples.hostilePage())
        #expect(!Self.tags(html).contains { $0.hasPrefix("script") })
        // Unicode scalars, since a quotation mark with an accent is another character than a quotation mark.
        let scalars = Array(html.unicodeScalars)
        for (place, scalar) in scalars.enumerated() where scalar == "\u{301}" {
            #expect(![Unicode.Scalar("\""), "<"].contains(scalars[place - 1]))
        }
        #expect(html.unicodeScalars.contains("\u{301}") && !html.unicodeScalars.contains("\0"))
        #expect(html.contains("{{title}} {{{lead}}} {{&gt;cell}}"))
    }

    @Test(arguments: [PageSamples.ranking(), PageSamples.hostilePage()])
    func `nothing in a page needs more than the policy allows`(_ page: Page) throws {
        for tag in Self.tags(try Self.html(page)) {
            let outside = tag.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
            #expect(!outside.contains(" style=") && !outside.contains(" on"), "\(tag)")
            #expect(!["script", "style", "iframe", "object", "base"].contains { tag == $0 || tag.hasPrefix($0 + " ") })
            #expect(!outside.hasPrefix("img") && !outside.contains(" src="))
        }
    }

    @Test(arguments: [PageSamples.ranking(), PageSamples.hostilePage(), Page(title: "Nothing else")])
    func `one heading is the first, and none skips a level`(_ page: Page) throws {
        let levels = Self.tags(try Self.html(page)).filter { $0.count == 2 && $0.hasPrefix("h") && $0 != "hr" }
            .compactMap { Int($0.dropFirst()) }
        #expect(levels.first == 1 && levels.filter { $0 == 1 }.count == 1)
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    }

    @Test(arguments: [PageSamples.ranking(), PageSamples.hostilePage()])
    func `names of elements are unique, and whatever refers to one finds it`(_ page: Page) throws {
        let html = try Self.html(page)
        func values(_ attribute: String) -> [String] {
            html.split(separator: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        }
        let names = values("id")
        #expect(Set(names).count == names.count)
        for reference in values("for") + values("aria-labelledby") + values("aria-describedby") {
            #expect(names.contains(reference))
        }
        for target in values("href") where target.hasPrefix("#") { #expect(names.contains(String(target.dropFirst()))) }
    }

    @Test(arguments: [
        "<caption id=\"table2\">Low health literacy, districts</caption>",
        "<div class=\"scroller\" role=\"region\" aria-labelledby=\"table2\" tabindex=\"0\">",
        "<th scope=\"col\" class=\"number\">Rank</th><th scope=\"col\">Area</th>",
        "<th scope=\"row\"><a href=\"/hlgeo/areas/E06000016\">Leicester</a></th>",
        "<td class=\"number\"><span aria-hidden=\"true\">–</span><span class=\"hidden\">not known</span></td>",
        "<html lang=\"en-GB\">", "<a class=\"skip\" href=\"#main\">", "<main id=\"main\"", "<nav aria-label=\"Main\">",
        "aria-label=\"Breadcrumb\"", "<a href=\"/hlgeo/rankings\" aria-current=\"page\">Rankings</a>",
        "<link rel=\"stylesheet\" href=\"/hlgeo/assets/style-", "<a rel=\"next\" href=\"/hlgeo/rankings?offset=40\">",
        "The figure is the percentage below the threshold: high is bad.", "<option value=\"people\" selected>",
        "type=\"number\" value=\"20\" min=\"1\" max=\"296\" required>",
    ])
    func `a page says what readers and their tools need`(_ part: String) throws {
        #expect(try Self.html(PageSamples.ranking()).contains(part))
    }

    @Test func `a table without rows says so`() throws {
        var page = Page(title: "Gaps")
        page.blocks = [.table(PageTable("Gaps", columns: [.init("Area"), .init("%")], rows: []))]
        #expect(try Self.html(page).contains("<tr><td colspan=\"2\">There is nothing to list.</td></tr>"))
    }
}
