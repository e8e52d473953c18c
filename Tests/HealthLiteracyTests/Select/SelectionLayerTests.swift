import FeatureFormats
import Foundation
import GeographyModel
import HealthLiteracy
import TestSupport
import Testing

@Suite struct SelectionLayerTests {
    private static func report() async throws -> SelectionReport {
        var request = SelectionRequest()
        (request.sites, request.within, request.alternatives) = (3, ["London"], false)
        return try await FixtureStore.service().select(request)
    }

    @Test func `JSON and GeoJSON of a selection draw the same map`() async throws {
        let (report, service) = (try await Self.report(), try await FixtureStore.service())
        let json = try SelectionLayer(Array(JSONDocument(try report.document).text.utf8), name: "selection.json")
        var geojson = try SelectionLayer(Array(try await service.geoJSON(of: report).utf8), name: "selection.geojson")
        #expect(json == SelectionLayer(report))
        #expect(geojson.sites.map(\.id) == json.sites.map(\.id) && geojson.comparators == json.comparators)
        #expect(geojson.catchments.map(\.site) == json.catchments.map(\.site) && geojson.title == nil)
        geojson.title = json.title
        func map(_ layer: SelectionLayer) async throws -> String {
            let ranking = RankingQuery(within: ["London"])
            return try await service.map(MapQuery(ranking: ranking, labels: 0, selection: layer))
        }
        #expect(try await map(geojson) == map(json))
    }

    @Test(arguments: [false, true])
    func `a map draws sites and their areas, as they lie and as hexagons`(drawsHexagons: Bool) async throws {
        let report = try await Self.report()
        let query = MapQuery(
            ranking: RankingQuery(within: ["London"]), labels: 0, drawsHexagons: drawsHexagons,
            selection: SelectionLayer(report))
        let svg = try await FixtureStore.service().map(query)
        for (place, site) in report.sites.enumerated() {
            #expect(svg.contains("<title>Site \(place + 1): \(site.name)</title>"))
            #expect(svg.contains("<title>Catchment of site \(place + 1), \(site.name)</title>"))
        }
    }

    @Test func `places of a file are drawn where they lie`() async throws {
        let layer = SelectionLayer(
            sites: [
                .init(id: "lib", name: "Stratford Library", position: Position(longitude: 0.001, latitude: 51.541))
            ],
            catchments: [.init(id: "x", name: "x", site: "lib", position: Position(longitude: 0.01, latitude: 51.54))])
        for drawsHexagons in [false, true] {
            let svg = try await FixtureStore.service().map(
                MapQuery(ranking: RankingQuery(), labels: 0, drawsHexagons: drawsHexagons, selection: layer))
            #expect(svg.contains("<title>Site 1: Stratford Library</title>"))
            #expect(svg.contains("class=\"dt\"") != drawsHexagons)
        }
    }

    @Test(arguments: [
        "{}", "[1, 2]", "not JSON", #"{"type": "FeatureCollection", "features": []}"#,
        #"{"type": "FeatureCollection", "features": [{"properties": {"role": "catchment", "id": "x"}}]}"#,
        #"{"sites": []}"#,
    ])
    func `what is no selection is refused with a remedy`(text: String) throws {
        let error = #expect(throws: GeodataError.self) { try SelectionLayer(Array(text.utf8), name: "x.json") }
        #expect(error?.code == .inputMalformed && error?.description.contains("x.json") == true)
    }
}
