import GeographyModel
import QueryEngine
import SpatialStore
import Testing

/// Spatial predicates: what they find, and that the index finds it.
struct SpatialFilterTests {
    /// Districts that S_… of a shape finds; the numbers come from GeoPandas 1.1 (Scripts/verify/queries.py checks more).
    @Test func `a box finds the districts that touch it`() async throws {
        let found = try await Fixture.identifiers(
            .areas(.district), "S_INTERSECTS(geometry, BBOX(-0.1,51.49,-0.08,51.52))")
        // City of London, Hackney, Islington, Lambeth, Southwark, Tower Hamlets and Camden lie around Blackfriars.
        #expect(found.contains("E09000001"))
        #expect(found.allSatisfy { $0.hasPrefix("E09") })
    }

    @Test(
        "The spatial index serves every predicate that it can",
        arguments: [
            "S_INTERSECTS", "S_EQUALS", "S_TOUCHES", "S_WITHIN", "S_OVERLAPS", "S_CROSSES", "S_CONTAINS",
        ])
    func usesIndex(_ name: String) async throws {
        let filter = "\(name)(geometry, POLYGON((-0.2 51.4,0.1 51.4,0.1 51.6,-0.2 51.6,-0.2 51.4))) AND value > 30"
        let query = try Fixture.query(.areas(.district), filter, limit: 20)
        let scans = try await Fixture.store().read { try CollectionReader($0).explanation(of: query).scans[0] }
        let text = scans.joined(separator: "\n")
        #expect(text.contains("idx_area_geometry VIRTUAL TABLE INDEX 2"))
        #expect(!text.contains("SCAN area"))
        #expect(!text.contains("area_by_type"))
    }

    @Test func `being apart is answered by the index too`() async throws {
        let query = try Fixture.query(.areas(.district), "S_DISJOINT(geometry, BBOX(-0.2,51.4,0.1,51.6))", limit: 20)
        let scans = try await Fixture.store().read { try CollectionReader($0).explanation(of: query).scans[0] }
        #expect(scans.joined(separator: "\n").contains("idx_area_geometry VIRTUAL TABLE INDEX 2"))
    }

    @Test(
        "A shape and its opposite part the districts between them",
        arguments: [
            "S_INTERSECTS(geometry, BBOX(-0.2,51.4,0.1,51.6))", "S_WITHIN(geometry, BBOX(-0.6,51.2,0.4,51.8))",
            "S_TOUCHES(geometry, LINESTRING(-1 52,1 52))", "S_CONTAINS(geometry, POINT(-1.55 53.8))",
        ])
    func opposites(_ filter: String) async throws {
        let found = try await Fixture.identifiers(.areas(.district), filter)
        let others = try await Fixture.identifiers(.areas(.district), "NOT (\(filter))")
        #expect(Set(found).isDisjoint(with: others))
        #expect(found.count + others.count == 296)
    }

    @Test func `a box and the same polygon find the same`() async throws {
        let box = try await Fixture.identifiers(.areas(.district), "S_INTERSECTS(geometry, BBOX(-0.6,51.2,0.4,51.8))")
        let polygon = try await Fixture.identifiers(
            .areas(.district),
            "S_INTERSECTS(geometry, POLYGON((-0.6 51.2,0.4 51.2,0.4 51.8,-0.6 51.8,-0.6 51.2)))")
        #expect(box == polygon)
        #expect(box.count > 33)
        let within = try await Fixture.identifiers(.areas(.district), "S_WITHIN(geometry, BBOX(-0.6,51.2,0.4,51.8))")
        let withinPolygon = try await Fixture.identifiers(
            .areas(.district), "S_WITHIN(geometry, POLYGON((-0.6 51.2,0.4 51.2,0.4 51.8,-0.6 51.8,-0.6 51.2)))")
        #expect(within == withinPolygon)
        #expect(!within.isEmpty && within.count < box.count)
    }

    @Test func `initiatives without a point are neither near nor apart`() async throws {
        let near = try await Fixture.identifiers(.initiatives, "S_INTERSECTS(geometry, BBOX(-10,40,10,60))")
        let apart = try await Fixture.identifiers(.initiatives, "S_DISJOINT(geometry, BBOX(-10,40,10,60))")
        let without = try await Fixture.identifiers(.initiatives, "geometry IS NULL")
        #expect(near.count + apart.count + without.count == 52)
        #expect(apart.isEmpty)
    }

    @Test func `a shape may be given in the British National Grid`() async throws {
        var query = try Fixture.query(.areas(.district), "S_CONTAINS(geometry, POINT(430000 433500))")
        query.filterSystem = .epsg27700
        #expect(try await Fixture.features(query).map(\.id) == ["E08000035"])
        query = try Fixture.query(.areas(.district), "S_CONTAINS(geometry, POINT(53.8 -1.55))")
        query.filterSystem = .epsg4326
        #expect(try await Fixture.features(query).map(\.id) == ["E08000035"])
    }

    @Test func `a long edge of the grid stays straight in the grid`() async throws {
        // Counted with shapely on the districts in EPSG:27700; the box's corners alone would give 106.
        var query = try Fixture.query(.areas(.district), "S_INTERSECTS(geometry, BBOX(0,0,700000,190000))")
        query.filterSystem = .epsg27700
        #expect(try await Fixture.features(query).count == 121)
    }

    @Test(
        "A box has the order of its system's axes, and its sides in order",
        arguments: [
            (CoordinateReferenceSystem.epsg4326, "BBOX(51.5,-0.1,51.6,0.1)", 11 as Int?),
            (.crs84, "BBOX(-0.1,51.5,0.1,51.6)", 11),
            (.epsg4326, "BBOX(50,170,56,-170)", 0), (.epsg4326, "BBOX(51.6,-0.1,51.5,0.1)", nil),
            (.epsg27700, "BBOX(545000,170000,530000,185000)", nil), (.crs84, "BBOX(530000,170000,545000,185000)", nil),
            (.crs84, "POINT(530000 180000)", nil), (.epsg4326, "POINT(-0.1 151.5)", 0),
            (.epsg4326, "POINT(151.5 -0.1)", nil),
        ])
    func boxes(_ system: CoordinateReferenceSystem, _ shape: String, _ count: Int?) async throws {
        var query = try Fixture.query(.areas(.district), "S_INTERSECTS(geometry, \(shape))")
        query.filterSystem = system
        if let count {
            #expect(try await Fixture.features(query).count == count)
        } else {
            let refused = query
            await #expect(throws: GeodataError.self) { _ = try await Fixture.features(refused) }
        }
    }

    @Test func `a polygon that crosses itself is refused with its place`() async throws {
        let error = await #expect(throws: GeodataError.self) {
            _ = try await Fixture.identifiers(
                .areas(.district), "value > 1 AND S_WITHIN(geometry, POLYGON((0 50,2 52,2 50,0 52,0 50)))")
        }
        #expect(error?.code == .invalidFilter)
        #expect(error?.message.contains("character 34") == true)
    }
}
