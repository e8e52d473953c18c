import GeographyModel
import HealthLiteracy
import SpatialStore
import Testing
import TestSupport

@Suite struct BoundariesImportTests {
    private func collection(_ features: [(code: String, coordinates: String)], crs: String = "") -> String {
        let parts = features.map {
            """
            {"type":"Feature","properties":{"code":"\($0.code)","name":"Place \($0.code)"},
             "geometry":{"type":"Polygon","coordinates":[\($0.coordinates)]}}
            """
        }
        return "{\"type\":\"FeatureCollection\",\(crs)\"features\":[\(parts.joined(separator: ","))]}"
    }

    private let square = "[[0,51],[0.1,51],[0.1,51.1],[0,51.1],[0,51]]"
    private let bow = "[[1,51],[1.1,51.1],[1.1,51],[1,51.1],[1,51]]"

    private func take(_ text: String, isStrict: Bool = false, type: AreaType? = AreaType(rawValue: "place"))
        async throws -> (ImportReport, HealthLiteracyService)
    {
        let (service, _) = try await FixtureStore.writable()
        let report = try await service.importBoundaries(
            from: try FixtureStore.file("places.geojson", text),
            query: BoundariesImportQuery(areaType: type),
            options: ImportOptions(isStrict: isStrict), at: FixtureStore.instant)
        return (report, service)
    }

    @Test func `a sound boundary becomes an area with its ground`() async throws {
        let (report, service) = try await take(collection([("A1", square)]))
        #expect(report.taken == 1 && report.diagnostics.isEmpty)
        let area = try await service.store.read { try $0.area(AreaCode("A1")) }
        #expect(area?.name == "Place A1")
        let box = try await service.store.read { try $0.geometry(of: AreaCode("A1"), detail: .full)?.boundingBox }
        #expect(box == BoundingBox(west: 0, south: 51, east: 0.1, north: 51.1))
    }

    @Test func `a boundary that crosses itself is repaired and reported, or refused when strict`() async throws {
        let text = collection([("A1", square), ("A2", bow)])
        let (report, _) = try await take(text)
        #expect(report.taken == 2)
        #expect(report.diagnostics.map(\.code) == ["invalid-geometry"])
        #expect(report.diagnostics.map(\.severity) == [.warning])
        let (refused, service) = try await take(text, isStrict: true)
        #expect(refused.isRefused)
        #expect(try await service.store.read { try $0.area(AreaCode("A1")) } == nil)
    }

    @Test func `a boundary without a name leaves the area its own`() async throws {
        let (service, _) = try await FixtureStore.writable()
        let bare =
            #"{"type":"Feature","id":"E09000025","properties":{},"geometry":{"type":"Polygon","coordinates":[\#(square)]}}"#
        _ = try await service.importBoundaries(
            from: try FixtureStore.file("bare.geojson", bare), query: BoundariesImportQuery(), options: ImportOptions(),
            at: FixtureStore.instant)
        let area = try await service.store.read { try $0.area(AreaCode("E09000025")) }
        #expect(area == Area(code: AreaCode("E09000025"), name: "Newham", type: .district, vintage: "2024-05"))
        #expect(try await service.profile("newham").area.code == AreaCode("E09000025"))
    }

    @Test func `a district cannot be made something else`() async throws {
        let (report, service) = try await take(collection([("E09000025", square)]))
        #expect(report.diagnostics.map(\.code) == ["level-contradicts-code"])
        #expect(try await service.store.read { try $0.areaCount(of: .district) } == 296)
    }

    @Test func `the second feature of a code is left out`() async throws {
        let (report, _) = try await take(collection([("A1", square), ("A1", square)]))
        #expect(report.taken == 1)
        #expect(report.diagnostics.map(\.code) == ["duplicate-code"])
    }

    /// Ordnance Survey's worked example of the National Grid: 651409.903 E, 313177.270 N is 52°39′27.2531″ N,
    /// 1°43′4.5177″ E on OSGB36 (A guide to coordinate systems in Great Britain, annex C), about 52.65798, 1.71605 on WGS 84.
    @Test func `eastings and northings are brought to degrees`() async throws {
        let grid = "[[651409,313177],[652409,313177],[652409,314177],[651409,314177],[651409,313177]]"
        let (report, service) = try await take(
            collection([("G1", grid)], crs: #""crs":{"type":"name","properties":{"name":"EPSG:27700"}},"#))
        #expect(report.taken == 1)
        let box = try #require(
            try await service.store.read { try $0.geometry(of: AreaCode("G1"), detail: .full)?.boundingBox })
        #expect(abs(box.south - 52.65798) < 0.0005)
        #expect(abs(box.west - 1.71605) < 0.0005)
    }

    @Test(arguments: ["EPSG:3857", "urn:ogc:def:crs:EPSG::2154"])
    func `other reference systems are refused`(name: String) async throws {
        let text = collection([("A1", square)], crs: #""crs":{"type":"name","properties":{"name":"\#(name)"}},"#)
        let error = await #expect(throws: GeodataError.self) { _ = try await take(text) }
        #expect(error?.code == .unsupportedCRS)
    }

    @Test func `a lookup nests the new areas`() async throws {
        let (_, service) = try await take(collection([("E01000001", square)]), type: nil)
        let report = try await service.importLookups(
            from: try FixtureStore.file("lookup.csv", "LSOA21CD,LAD24CD,RGN24CD\nE01000001,E09000001,E12000007\n"),
            options: ImportOptions(), at: FixtureStore.instant)
        #expect(report.taken == 2)
        let parents = try await service.store.read {
            try $0.memberships(ofArea: AreaCode("E01000001")).map(\.parent.name)
        }
        #expect(parents == ["City of London", "London"])
    }

    @Test func `abolished districts are not brought back`() async throws {
        let (report, service) = try await take(
            collection([("E07000187", square), ("E05999999", square)]), type: nil)
        #expect(report.taken == 1 && report.diagnostics.map(\.code) == ["superseded-area"])
        #expect(try await service.profile("Mendip").area.name == "Somerset")
    }
}
