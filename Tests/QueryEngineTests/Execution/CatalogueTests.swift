import GeographyModel
import QueryEngine
import SpatialStore
import Testing

/// Every queryable of every collection can be shown, asked for and sorted by.
struct CatalogueTests {
    @Test(arguments: ["districts", "regions", "icbs", "counties", "countries", "initiatives", "estimates"])
    func `every queryable works`(_ name: String) async throws {
        let collection = try #require(CollectionID(name: name))
        try await Fixture.store().read { reader in
            let features = try CollectionReader(reader, limits: QueryLimits(time: nil))
            let all = try features.catalogue(of: collection).all
            #expect(Set(all.map(\.name)).count == all.count)
            #expect(all.last?.kind == .geometry)
            let shown = all.filter { $0.kind != .geometry }.map(\.name)
            var query = try Fixture.query(collection, properties: shown, limit: 3)
            let page = try features.page(query)
            #expect(page.columns == shown)
            #expect(!page.features.isEmpty)
            for queryable in all {
                #expect(!queryable.title.isEmpty)
                let known = try features.count(Fixture.query(collection, "\(queryable.name) IS NOT NULL"))
                let unknown = try features.count(Fixture.query(collection, "\(queryable.name) IS NULL"))
                #expect(known + unknown == (try features.count(Fixture.query(collection))))
                guard queryable.isSortable else { continue }
                query.sort = [.init(queryable.name, isDescending: true)]
                _ = try features.page(query)
            }
        }
    }

    @Test func `every figure of every edition is an estimate`() async throws {
        let all = try await Fixture.features(
            Fixture.query(.estimates, properties: ["indicator", "edition", "area_code"]))
        let editions = try await Fixture.store().read { try $0.editions() }
        #expect(all.count >= editions.reduce(0) { $0 + $1.figureCounts.values.reduce(0, +) })
        #expect(Set(all.map(\.id)).count == all.count)
        #expect(
            all.map(\.id)
                == all.map { "\($0.text("indicator") ?? "")/\($0.text("edition") ?? "")/\($0.text("area_code") ?? "")" }
        )
    }

    @Test func `geometry comes in every system`() async throws {
        func point(_ system: CoordinateReferenceSystem) async throws -> Position {
            var query = try Fixture.query(.areas(.district), "area_code = 'E08000035'")
            (query.geometry, query.system) = (.centroid, system)
            guard case .point(let position) = try await Fixture.features(query).first?.geometry else {
                return Position(longitude: .nan, latitude: .nan)
            }
            return position
        }
        let degrees = try await point(.crs84)
        let swapped = try await point(.epsg4326)
        #expect((swapped.longitude, swapped.latitude) == (degrees.latitude, degrees.longitude))
        // Leeds: grid reference SE 3x 3x; Web Mercator by its own formula (EPSG guidance note 7-2, 3.2.1.2).
        let metres = try await point(.epsg27700)
        #expect((400_000...450_000).contains(metres.longitude) && (420_000...450_000).contains(metres.latitude))
        let mercator = try await point(.epsg3857)
        #expect(abs(mercator.longitude - 6_378_137 * degrees.longitude * .pi / 180) < 0.01)
        for detail in [GeometryDetail.full, .generalised] {
            var query = try Fixture.query(.areas(.district), "area_code = 'E08000035'")
            (query.geometry, query.system) = (detail, .epsg27700)
            let box = try #require(try await Fixture.features(query).first?.geometry?.boundingBox)
            #expect(box.contains(metres))
            query.system = .epsg4326
            let turned = try #require(try await Fixture.features(query).first?.geometry?.boundingBox)
            #expect(turned.contains(swapped))
        }
    }
}
