import FeatureServer
import Testing

/// The stylesheet that pages ask for.
struct StylesheetTests {
    @Test func `the path names the contents`() {
        #expect(Stylesheet.path.hasPrefix("/assets/style-") && Stylesheet.path.hasSuffix(".css"))
        #expect(Stylesheet.path.count == "/assets/style-0123456789abcdef.css".count)
    }

    @Test func `it fetches nothing and suits dark, narrow, still and printed pages`() {
        let text = String(decoding: Stylesheet.bytes, as: UTF8.self)
        #expect(!text.contains("url(") && !text.contains("@import"))
        for query in [
            "screen and (prefers-color-scheme: dark)", "max-width: 40rem", "prefers-reduced-motion", "@media print",
        ] {
            #expect(text.contains(query))
        }
    }
}
