import Foundation
import GeographyModel
import HealthLiteracy
import QueryEngine
import SpatialStore
import TestSupport
import Testing

/// What a user brings stays when the embedded data set is loaded again, until it is taken out.
@Suite struct ImportedThingsStayTests {
    private let square =
        #"{"type":"Feature","id":"E09000025","properties":{"LAD24CD":"E09000025","LAD24NM":"LB Newham"},"geometry":{"type":"Polygon","coordinates":[[[0,51],[0.1,51],[0.1,51.1],[0,51.1],[0,51]]]}}"#

    private func west(_ store: SpatialStore) async throws -> Double? {
        try await store.read { try $0.geometry(of: AreaCode("E09000025"), detail: .full)?.boundingBox.west }
    }

    @Test func `a boundary survives a load, and its removal lets the embedded one back`() async throws {
        let (service, path) = try await FixtureStore.writable()
        let embedded = try await west(service.store)
        let report = try await service.importBoundaries(
            from: try FixtureStore.file("newham.geojson", square), query: BoundariesImportQuery(),
            options: ImportOptions(), at: FixtureStore.instant)
        #expect(report.remarks.contains { $0.hasPrefix("1 of the areas had a boundary") })
        #expect(try await service.profile("E09000025").area.name == "Newham")
        func load() async throws {
            _ = try await HealthLiteracyService.load(
                geodata: FixtureStore.geodata, intoStoreAt: path, at: FixtureStore.instant)
        }
        try await load()
        #expect(try await west(service.store) == 0)
        let removal = try await service.remove(source: "file/newham.geojson", at: FixtureStore.instant)
        #expect(removal.boundaries == 1 && removal.areas == 0)
        #expect(try await west(service.store) == nil)
        try await load()
        #expect(try await west(service.store) == embedded)
    }

    @Test func `an initiative that took another's place survives a load`() async throws {
        let (service, path) = try await FixtureStore.writable()
        let first = try #require(try await service.store.read { try $0.initiatives().first })
        let quoted = first.name.replacing("\"", with: "\"\"")
        let report = try await service.importInitiatives(
            from: try FixtureStore.file("mine.csv", "name,summary,area_codes\n\"\(quoted)\",mine,E09000025\n"),
            options: ImportOptions(), at: FixtureStore.instant)
        #expect(report.remarks == ["1 of them took the place of recorded ones of the same name."])
        _ = try await HealthLiteracyService.load(
            geodata: FixtureStore.geodata, intoStoreAt: path, at: FixtureStore.instant)
        let after = try await service.store.read { try $0.initiatives().first { $0.id == first.id } }
        #expect(after?.summary == "mine")
    }

    @Test func `areas that a file brought go with it`() async throws {
        let (service, _) = try await FixtureStore.writable()
        let ward = square.replacing("E09000025", with: "E05999999")
        _ = try await service.importBoundaries(
            from: try FixtureStore.file("wards.geojson", ward), query: BoundariesImportQuery(),
            options: ImportOptions(), at: FixtureStore.instant)
        let removal = try await service.remove(source: "file/wards.geojson", at: FixtureStore.instant)
        #expect(removal.areas == 1)
        #expect(try await service.store.read { try $0.area(AreaCode("E05999999")) } == nil)
        // The spatial index knows the districts still.
        let within = try await service.export(
            ExportQuery(collection: .areas(.district), within: ["London"])
        ) { _ in }
        #expect(within.written == 33)
    }

    @Test func `an end before the start is refused`() async throws {
        let (service, _) = try await FixtureStore.writable()
        let report = try await service.importInitiatives(
            from: try FixtureStore.file("mine.csv", "name,start,end\nBackwards,2025-03,2024\nForwards,2024,2024-03\n"),
            options: ImportOptions(), at: FixtureStore.instant)
        #expect(report.taken == 1 && report.diagnostics.map(\.code) == ["end-before-start"])
    }
}
