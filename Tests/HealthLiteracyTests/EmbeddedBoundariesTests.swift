import BoundaryTopology
import GeographyModel
import SpatialStore
import Testing
import TestSupport

/// The embedded boundaries share their lines from level to level.
@Suite struct EmbeddedBoundariesTests {
    private func boundaries(_ type: AreaType) async throws -> [(name: String, boundary: MultiPolygon)] {
        let store = try SpatialStore.open(at: try await FixtureStore.path(), access: .readOnly)
        return try await store.read { reader in
            var found: [(name: String, boundary: MultiPolygon)] = []
            try reader.forEachGeometry(of: type, detail: .full) { code, geometry in
                if case .multiPolygon(let boundary) = geometry {
                    found.append((try reader.area(code)?.name ?? "", boundary))
                }
            }
            return found
        }
    }

    @Test func `boroughs that meet are neighbours, and others are not`() async throws {
        let districts = try await boundaries(.district)
        let neighbours = try ArcNetwork(districts.map(\.boundary)).neighbours()
        let newham = try #require(districts.firstIndex { $0.name == "Newham" })
        let names = Set(neighbours[newham].map { districts[$0].name })
        #expect(names.isSuperset(of: ["Barking and Dagenham", "Redbridge", "Tower Hamlets", "Waltham Forest"]))
        #expect(!names.contains("Croydon"))
    }

    @Test(arguments: [AreaType.region, .icb, .country])
    func `districts dissolve to the same ground as each wider level`(type: AreaType) async throws {
        let districts = try await boundaries(.district).reduce(0) { $0 + $1.boundary.squareMetres }
        let wider = try await boundaries(type).reduce(0) { $0 + $1.boundary.squareMetres }
        #expect(abs(districts - wider) < 1)
        // ONS, Standard Area Measurements: England to the mean high water is about 130,300 km².
        #expect(abs(districts / 130_300e6 - 1) < 0.01)
    }
}
