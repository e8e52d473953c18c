import Foundation
import GeographyModel
import SpatialStore
import TestSupport
import Testing

@testable import QueryEngine

/// Areas that touch a box.
struct BoxSearchTests {
    private static let frame = TestArea(
        outside: [(0, 0), (10, 0), (10, 10), (0, 10)], hole: [(4, 4), (6, 4), (6, 6), (4, 6)])

    @Test(arguments: [
        (BoundingBox(west: -2, south: -2, east: 12, north: 12), true),  // all of it inside
        (BoundingBox(west: 1, south: 1, east: 2, north: 2), true),  // inside of it
        (BoundingBox(west: 4.5, south: 4.5, east: 5.5, north: 5.5), false),  // in the hole
        (BoundingBox(west: 4, south: 4.5, east: 5.5, north: 5.5), true),  // on the hole's side
        (BoundingBox(west: 3, south: 3, east: 7, north: 7), true),  // around the hole
        (BoundingBox(west: 10, south: 10, east: 11, north: 11), true),  // corner on corner
        (BoundingBox(west: 10.1, south: 0, east: 11, north: 10), false),  // beside it
        (BoundingBox(west: -1, south: 4, east: 11, north: 5), true),  // across it
        (BoundingBox.empty, false),
    ])
    func `a frame is touched where it has ground`(_ box: BoundingBox, _ isTouched: Bool) {
        #expect(AreaLocator([Self.frame.shape]).areas(touching: box) == (isTouched ? [0] : []))
    }

    @Test func `a slanting edge is told from its own box`() {
        let triangle = TestArea(outside: [(0, 0), (10, 0), (0, 10)]).shape
        let locator = AreaLocator([triangle, MultiPolygon()])
        func touches(_ west: Double, _ south: Double) -> Bool {
            !locator.areas(touching: BoundingBox(west: west, south: south, east: 9, north: 9)).isEmpty
        }
        #expect(touches(5, 5))
        #expect(!touches(5, (5.0).nextUp))
        #expect(!touches(6, 6))
    }

    @Test func `districts that touch 3,000 boxes are those of ST_Intersects`() async throws {
        try await Fixture.store().read { reader in
            var codes: [String] = []
            var shapes: [MultiPolygon] = []
            try reader.forEachGeometry(of: .district, detail: .full) { code, geometry in
                guard case .multiPolygon(let shape) = geometry else { return }
                codes.append(code.rawValue)
                shapes.append(shape)
            }
            let locator = AreaLocator(shapes)
            var generator = SplitMix(seed: 5)
            func corner() -> Position {
                let shape = shapes[Int.random(in: shapes.indices, using: &generator)]
                return shape.positions[Int.random(in: shape.positions.indices, using: &generator)]
            }
            var touched = 0
            for _ in 0..<3_000 {
                let start = corner()
                let reach = pow(10, Double.random(in: -5...0, using: &generator))
                // Corners of boundaries are corners of the box, so that many areas touch it in one position.
                let box = BoundingBox(
                    west: start.longitude, south: start.latitude, east: start.longitude + reach,
                    north: start.latitude + reach * Double.random(in: 0.1...2, using: &generator))
                let found = locator.areas(touching: box).map { codes[$0] }
                var query = try Fixture.query(.areas(.district), limit: 500)
                query.box = FilterBox(west: box.west, south: box.south, east: box.east, north: box.north)
                #expect(found == (try CollectionReader(reader).page(query).features.map(\.id)), "\(box)")
                touched += found.count
            }
            #expect(touched > 3_000)
        }
    }
}

/// A polygon of a few corners.
private struct TestArea {
    var outside: [(Double, Double)]
    var hole: [(Double, Double)] = []

    var shape: MultiPolygon {
        var shape = MultiPolygon()
        for ring in [outside, hole] where !ring.isEmpty {
            shape.append(ring: (ring + ring.prefix(1)).map { Position(longitude: $0.0, latitude: $0.1) })
        }
        shape.closePolygon()
        return shape
    }
}
