import FeatureServer

/// Pages that the tests render.
enum PageSamples {
    /// Text that tries to be markup, a template or the end of an attribute, and to turn the line around.
    static let hostile =
        "<script>alert(1)</script> \"quoted\" 'single' & {{title}} {{{lead}}} {{>cell}} \"\u{301}onclick=x <\u{301}b> \u{202E}gnorw\0"

    /// A page with one block of every kind and everything around it.
    static func ranking() -> Page {
        var page = Page(title: "Rankings", target: "/rankings")
        page.lead = "Rank 1 is the greatest need."
        page.trail = [PageLink("Home", "/")]
        page.blocks = [
            .form(form), .table(table),
            .mapPlace(
                PageMapPlace(
                    "On a map", features: PageLink("These districts as GeoJSON", "/collections/districts/items"))
            ),
            .facts(
                PageFacts(
                    "Where it lies",
                    [
                        PageFact("Part of", .link(PageLink("London", "/areas/E12000007")), .text("England")),
                        PageFact("Formerly"),
                    ])),
            .links(
                PageLinks(
                    "Go on", [(PageLink("Gaps", "/gaps"), "Where is nobody working?"), (PageLink("API", "/api"), nil)])),
            .prose(PageProse(heading: "What the figures are", ["Expected values.", "Not measurements."])),
        ]
        page.notes = ["High is bad: rank 1 is the highest value."]
        page.sources = ["Modelled. Open Government Licence v3.0", "Boundaries: Office for National Statistics"]
        page.alternates = [PageLink("As CSV", "?f=csv", mediaType: "text/csv")]
        page.previous = PageLink("Previous 20", "/rankings?offset=0")
        page.next = PageLink("Next 20", "http://test/hlgeo/rankings?offset=40")
        return page
    }

    private static let form = PageForm(
        "Choose what is ranked", action: "/rankings",
        fields: [
            .init("Edition", name: "edition", kind: .hidden, value: "modelled-2021"),
            .init("Within", name: "within", kind: .search, hint: "A region, county or board"),
            .init("By", name: "by", kind: .select([("percent", "Percent"), ("people", "People")]), value: "people"),
            .init("How many", name: "top", kind: .wholeNumber(in: 1...296), value: "20", isRequired: true),
            .init("Above", name: "above", kind: .number(in: 0...100)), .init("On", name: "as-of", kind: .date),
            .init("Filter", name: "filter"),
        ], submit: "Rank")

    private static let table = PageTable(
        "Low health literacy, districts",
        columns: [
            .init("Rank", isNumeric: true), .init("Area", isRowHeader: true), .init("%", isNumeric: true),
            .init("95 % interval", isNumeric: true),
        ],
        rows: [
            [
                .text("1"), .link(PageLink("Leicester", "/areas/E06000016")), .text("56.3"),
                .interval(
                    PageInterval("52.4 to 59.9", value: 56.3, bounds: 52.4...59.9, scale: 25...65, benchmark: 39.7)),
            ],
            [.text("2"), .text("Nowhere"), .unknown],
        ])

    /// The same page with every text hostile.
    static func hostilePage() -> Page {
        let link = PageLink(hostile, "/x?\"\u{301}onclick=x", mediaType: hostile)
        var page = Page(title: hostile, target: hostile)
        page.lead = hostile
        page.trail = [link, PageLink(hostile, "javascript:alert(1)")]
        page.notes = [hostile]
        page.sources = [hostile]
        page.alternates = [link]
        page.previous = link
        page.next = link
        page.blocks = [
            .table(
                PageTable(
                    hostile, columns: [.init(hostile, isRowHeader: true), .init(hostile)],
                    rows: [[.text(hostile), .link(link)]])),
            .facts(PageFacts(hostile, [PageFact(hostile, .text(hostile))])),
            .links(PageLinks(hostile, [(link, hostile)])),
            .form(
                PageForm(
                    hostile, action: hostile,
                    fields: [
                        .init(hostile, name: hostile, value: hostile, hint: hostile),
                        .init(hostile, name: hostile, kind: .hidden, value: hostile),
                        .init(hostile, name: hostile, kind: .select([(hostile, hostile)]), value: hostile),
                    ], submit: hostile)),
            .prose(PageProse(heading: hostile, [hostile])), .mapPlace(PageMapPlace(hostile, features: link)),
        ]
        return page
    }
}
