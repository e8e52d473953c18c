import FeatureServer
import Foundation
import Testing

/// What becomes a link, and to where.
struct PageLinkTests {
    static func link(_ target: String, address: String) throws -> String {
        var page = Page(title: "Links")
        page.blocks = [.facts(PageFacts("Facts", [PageFact("Link", .link(PageLink("here", target)))]))]
        let html = String(decoding: try PageRenderer(PageTemplates(), address: address).html(page), as: UTF8.self)
        let start = try #require(html.range(of: "<dd>")), end = try #require(html.range(of: "</dd>"))
        return String(html[start.upperBound..<end.lowerBound])
    }

    @Test(arguments: [
        ("/rankings", "http://test", "/rankings"), ("/rankings", "https://test/a/b/", "/a/b/rankings"),
        ("http://test/a/gaps?x=1&y=2", "http://test/a", "/a/gaps?x=1&amp;y=2"),
        ("http://test/a", "http://test/a", "/a/"),
        ("http://test/ab", "http://test/a", "http://test/ab"),
        ("HTTPS://Example.org/", "http://test", "HTTPS://Example.org/"),
        ("?f=csv", "http://test", "?f=csv"), ("#notes", "http://test", "#notes"),
        ("/compare?areas=Newham,Tower Hamlets", "http://test", "/compare?areas=Newham,Tower%20Hamlets"),
        ("/areas/St%20Helens", "http://test", "/areas/St%20Helens"), ("/x\"y<z>", "http://test", "/x%22y%3Cz%3E"),
    ])
    func `a safe target is a link`(_ target: String, _ address: String, _ reference: String) throws {
        #expect(try Self.link(target, address: address) == "<a href=\"\(reference)\">here</a>")
    }

    @Test(arguments: [
        "javascript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "//evil.example/",
        "/\\evil.example/", "/\t/evil.example/", "http://test//evil.example/", "\u{1}http://x/", "",
        "mailto:a@example.org",
        "rankings", "https:evil.example",
    ])
    func `an unsafe target is text`(_ target: String) throws {
        #expect(try Self.link(target, address: "http://test") == "here")
    }
}
