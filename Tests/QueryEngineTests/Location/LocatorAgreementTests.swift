import GeographyModel
import QueryEngine
import SpatialStore
import TestSupport
import Testing

/// The index in memory and SpatiaLite say the same.
struct LocatorAgreementTests {
    @Test func `districts of 100,000 points agree with ST_Intersects, points on shared boundaries included`()
        async throws
    {
        try await Fixture.store().read { reader in
            var codes: [String] = []
            var shapes: [MultiPolygon] = []
            try reader.forEachGeometry(of: .district, detail: .full) { code, geometry in
                guard case .multiPolygon(let shape) = geometry else { return }
                codes.append(code.rawValue)
                shapes.append(shape)
            }
            var generator = SplitMix(seed: 2026)
            var points = (0..<60_000).map { _ in
                Position(
                    longitude: Double.random(in: -6.4...1.8, using: &generator),
                    latitude: Double.random(in: 49.8...55.9, using: &generator))
            }
            // Corners of boundaries and middles of their edges: neighbours share most of them.
            while points.count < 100_000 {
                let shape = shapes[Int.random(in: shapes.indices, using: &generator)]
                let corner = Int.random(in: 1..<shape.positions.count, using: &generator)
                let (one, other) = (shape.positions[corner - 1], shape.positions[corner])
                points.append(one)
                points.append(
                    Position(
                        longitude: (one.longitude + other.longitude) / 2, latitude: (one.latitude + other.latitude) / 2)
                )
            }
            let found = AreaLocator(shapes).areas(at: points).map { $0 < 0 ? nil : codes[Int($0)] }
            let expected = try Self.lowestCodes(of: points, codes, shapes, reader)
            #expect(found.count { $0 != nil } > 50_000)
            let differing = points.indices.filter { found[$0] != expected[$0] }
            #expect(differing.isEmpty, "\(differing.prefix(3).map { (points[$0], found[$0], expected[$0]) })")
        }
    }

    /// The lowest code of the districts that SpatiaLite finds each point in: it is asked for every district about the
    /// points in its box, so that it prepares each boundary once.
    private static func lowestCodes(
        of points: [Position], _ codes: [String], _ shapes: [MultiPolygon], _ reader: StoreReader
    ) throws -> [String?] {
        var lowest: [String?] = Array(repeating: nil, count: points.count)
        for (code, shape) in zip(codes, shapes) {
            let box = shape.boundingBox
            let near = points.indices.filter { lowest[$0] == nil && box.contains(points[$0]) }
            let list = near.map { "[\(points[$0].longitude),\(points[$0].latitude)]" }.joined(separator: ",")
            let statement = BoundStatement(
                sql: """
                    SELECT point.key FROM area CROSS JOIN json_each(?) AS point WHERE area_code = ? AND ST_Intersects(
                        geometry, MakePoint(json_extract(point.value, '$[0]'), json_extract(point.value, '$[1]'), 4326)) = 1
                    """, values: [.text("[\(list)]"), .text(code)])
            try reader.forEachRow(of: statement) { row in
                if case .integer(let place) = row.value(at: 0) { lowest[near[Int(place)]] = code }
            }
        }
        return lowest
    }
}
