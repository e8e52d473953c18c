import FeatureServer
import Testing

struct AcceptHeaderTests {
    static let offers: [MediaType] = ["application/json", "application/geo+json", "text/html", "text/csv"]

    @Test(arguments: [
        // What clients really send.
        (nil, "application/json"), ("", "application/json"), ("*/*", "application/json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("application/geo+json, application/json", "application/json"),
        ("text/csv", "text/csv"), ("text/*", "text/html"), ("TEXT/CSV", "text/csv"),
        // Weights.
        ("text/html;q=0.5, text/csv;q=0.6", "text/csv"), ("text/html;q=0.5, */*;q=0.1", "text/html"),
        ("*/*, text/html;q=0", "application/json"), ("application/*;q=0.2, text/csv;q=0.1", "application/json"),
        ("text/html;q=0.001, text/csv;q=0", "text/html"),
        // The closer range says how gladly, whichever stands first.
        ("text/*;q=0.9, text/html;q=0.1", "text/csv"), ("text/html;q=0.1, text/*;q=0.9", "text/csv"),
        // Of equals, the one that is named.
        ("text/html, */*", "text/html"), ("*/*, text/csv", "text/csv"),
        // What cannot be understood is left out.
        ("nonsense, text/csv", "text/csv"), ("text/html;q=2, text/csv;q=0.1", "text/csv"),
        ("text/html;q=-1, text/csv", "text/csv"), ("text/html;q=0.1234, text/csv;q=0.1", "text/csv"),
        ("*/html, text/csv", "text/csv"), ("text/html;level, text/csv", "text/csv"), ("/, ;, ,,", "application/json"),
        ("text/csv;note=\"a,b;c\";q=0.1, text/html;q=0.05", "text/html"),
    ])
    func `the best offer is the one that the client wants most`(_ accept: String?, _ expected: String) throws {
        let best = AcceptHeader(accept).best(of: Self.offers, default: "application/json")
        #expect(best == MediaType(expected))
    }

    @Test(arguments: [
        "image/png", "image/png;note=\"x, text/csv, y\"", "text/html;q=0", "*/*;q=0", "text/csv;header=absent",
    ])
    func `where nothing is acceptable nothing is chosen`(_ accept: String) {
        #expect(AcceptHeader(accept).best(of: Self.offers, default: "application/json") == nil)
    }

    @Test func `parameters choose among offers that differ in nothing else`() {
        let offers: [MediaType] = ["text/csv;header=absent", "text/csv;header=present"]
        let best = AcceptHeader("text/csv;header=present").best(of: offers, default: "text/csv;header=absent")
        #expect(best == "text/csv; header=present")
    }

    @Test func `a list without end is read in part`() {
        let flood = String(repeating: "a/b,", count: 10_000) + "text/csv"
        #expect(AcceptHeader(flood).best(of: Self.offers, default: "application/json") == nil)
    }

    @Test(arguments: [
        ("text/html", "text/html"), ("Text/HTML; Charset=UTF-8", "text/html;charset=utf-8"),
        ("application/vnd.oai.openapi+json;version=\"3.0\"", "application/vnd.oai.openapi+json;version=3.0"),
        ("a/b; title=\"x \\\" y\"", "a/b;title=\"x \\\" y\""),
    ])
    func `media types are written as they are read`(_ text: String, _ expected: String) throws {
        #expect(try #require(MediaType(text)).description == expected)
    }

    @Test(arguments: ["", "text", "text/", "/html", "text/html/x", "*/*", "text/*", "te xt/html", "text/html; =x"])
    func `what is no media type is none`(_ text: String) {
        #expect(MediaType(text) == nil)
    }
}
