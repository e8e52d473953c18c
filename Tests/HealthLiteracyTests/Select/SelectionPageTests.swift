import FeatureFormats
import Foundation
import GeographyModel
import HealthLiteracy
import TestSupport
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct SelectionPageTests {
    /// One selection for all tests, with everything that a report can tell.
    private static let shared = Task<SelectionReport, any Error> {
        var request = SelectionRequest()
        (request.sites, request.distance, request.within) = (4, 15_000, ["North West"])
        (request.stability, request.draws, request.curveFrom, request.curveTo) = (true, 10, 1, 6)
        request.excludesActiveInitiatives = true
        return try await FixtureStore.service().select(request)
    }

    /// What the words of a page say, without its markup.
    private static func words(_ html: String) -> String {
        html.replacing(/<[^>]*>/, with: " ").replacing("&amp;", with: "&").replacing("\u{A0}", with: " ")
    }

    @Test func `a report says everything that the selection does, in both forms`() async throws {
        let (report, service) = (try await Self.shared.value, try await FixtureStore.service())
        let html = Self.words(try await service.html(of: report))
        let markdown = service.markdown(of: report).replacing("\\", with: "").replacing("&amp;", with: "&")
        var told = ["4 sites in North West", "Modelled figures.", "within 15 km of a site", "Proven optimal", "CBC"]
        told += report.sites.flatMap { [$0.name, $0.reason] }
        told += report.sites.compactMap(\.nearestInitiative).map(\.name)
        told += report.sites.compactMap(\.alternative).flatMap(\.incoming).map(\.name)
        told += (report.comparators?.matches ?? []).flatMap(\.areas).map(\.name)
        told += (report.comparators?.balance ?? []).map(\.title)
        told += report.notes.map(\.text) + report.sources.map(\.title) + report.sources.map(\.licence)
        told += ["Balance: ASAM", "chance alone", "posterior draws", "below 0.20 is good", report.day]
        for words in told {
            #expect(html.contains(words), "\(words)")
            #expect(markdown.contains(words), "\(words)")
        }
    }

    @Test func `a selection read back gives the same report`() async throws {
        let (report, service) = (try await Self.shared.value, try await FixtureStore.service())
        let text = JSONDocument(try report.document).text
        let read = try SelectionReport(json: Data(text.utf8), name: "selection.json")
        #expect(service.markdown(of: read) == service.markdown(of: report))
        #expect(read.curvePicture == report.curvePicture && report.curvePicture != nil)
    }

    @Test func `the page holds the map with every site, catchment and comparator of the region`() async throws {
        let report = try await Self.shared.value
        let html = try await FixtureStore.service().html(of: report)
        for (place, site) in report.sites.enumerated() {
            #expect(html.contains("<title>Site \(place + 1): \(site.name)</title>"))
            #expect(html.contains("<title>Catchment of site \(place + 1), \(site.name)</title>"))
        }
        let regions = (report.comparators?.matches ?? []).flatMap(\.areas).map { $0.region?.name }
        let inside = regions.count { $0 == "North West" }
        #expect(html.matches(of: /<title>Comparator of site/).count == inside)
        #expect(Self.words(html).contains("\(regions.count - inside) comparators lie outside this map."))
        let ids = html.matches(of: /\sid="([^"]*)"/).map(\.output.1)
        #expect(Set(ids).count == ids.count)
        let page = html.replacing(/(?s)^.*<body>/, with: "<body>").replacing("</html>\n", with: "")
        #expect(XMLParser(data: Data(page.utf8)).parse())
    }

    @Test func `what a map lacks is said instead of it`() async throws {
        var report = try await Self.shared.value
        report.demand.edition = "none"
        let html = try await FixtureStore.service().html(of: report)
        #expect(html.contains("There is no map: ") && !html.contains("map-title"))
    }

    @Test func `demand of a file is not modelled, but the figures of its places are`() async throws {
        let places = "id,name,lon,lat\nlib1,Stratford,0.001,51.541\nlib2,Barking,0.08,51.54\n"
        let demand = "id,lon,lat,weight\na,0.0,51.54,10\nb,0.081,51.54,5\nc,0.3,51.5,7\n"
        var request = SelectionRequest()
        (request.sites, request.distance) = (1, 3000)
        let service = try await FixtureStore.service()
        let report = try await service.select(
            request,
            inputs: SelectionInputs(
                demand: .bytes(Array(demand.utf8), name: "demand.csv"),
                candidates: .bytes(Array(places.utf8), name: "libraries.csv")))
        let markdown = service.markdown(of: report)
        for words in [
            "# 1 site of libraries.csv", "Modelled figures.", "| Reached, weight |", "Figure, %, modelled",
            "2 places of libraries.csv\n",
        ] {
            #expect(markdown.contains(words), "\(words)")
        }
        let html = try await service.html(of: report)
        #expect(html.contains("<title>Site 1: Stratford</title>") && html.contains("class=\"dt\""))
        // The map is of the board around the site, not of the country.
        #expect(html.matches(of: /<path id="E0/).count < 20)
    }

    @Test func `names that look like markup are words`() async throws {
        var report = try await Self.shared.value
        report.sites[0].name = "<b>A|B</b>"
        report.sources[0].address = "javascript:alert(1)"
        let service = try await FixtureStore.service()
        let html = try await service.html(of: report)
        #expect(!html.contains("<b>A") && html.contains("&lt;b&gt;A|B&lt;/b&gt;"))
        #expect(!html.contains("href=\"javascript"))
        #expect(service.markdown(of: report).contains(#"\<b\>A\|B\</b\>"#))
    }

    private static let curves: [(String, [Double], Int?)] = [
        ("bends at 3", [10, 20, 30, 32, 33, 34], 3), ("straight", [10, 20, 30, 40, 50, 60], nil),
        ("too few", [10, 30, 31], nil), ("without an answer", [], nil), ("level", [5, 5, 5, 5, 5], nil),
        ("bends the other way", [1, 2, 3, 10, 30, 60], nil),
    ]

    @Test(arguments: curves)
    func `where another site pays less is where the curve bends most`(
        label: String, shares: [Double], knee: Int?
    ) async throws {
        var report = try await Self.shared.value
        let points = try #require(report.curve)
        report.curve = zip(points, shares).map { point, share in
            var point = point
            point.reachedShare = share / 100
            return point
        }
        #expect(report.curveKnee == knee, "\(label)")
        #expect((report.curvePicture == nil) == shares.isEmpty, "\(label)")
    }
}
