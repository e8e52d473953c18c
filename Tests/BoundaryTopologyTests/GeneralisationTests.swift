import BoundaryTopology
import GeographyModel
import Testing

@Suite struct GeneralisationTests {
    /// A zigzag of `teeth` teeth from (x, 0) eastwards, each 2 wide and `height` high, in thousandths of a degree.
    private static func zigzag(_ x: Int, teeth: Int, height: Int) -> [(Int, Int)] {
        (0...2 * teeth).map { (x + $0, $0 % 2 * height) }
    }

    @Test func `nothing goes without a tolerance`() throws {
        let network = try ArcNetwork(RandomPartition(cells: 3, seed: 1).areas)
        #expect(network.generalised(tolerance: 0).boundaries() == network.boundaries())
    }

    /// A triangle 0.002° wide and 0.001° high has 111.195² × 1 m² at the equator, and half of it at 60° north.
    @Test(arguments: [
        ("a tooth below the threshold goes", 0.0, 112.0, 0), ("a tooth above it stays", 0.0, 111.0, 1),
        ("a degree of longitude is half as long at 60° north", 60.0, 79.0, 0),
        ("a tooth above the threshold stays at 60° north too", 60.0, 78.0, 1),
    ]) func `vertices go by the area of their triangle on the ground`(
        _ rule: String, latitude: Double, tolerance: Double, teeth: Int
    ) throws {
        var area = MultiPolygon()
        let corners = [(-90, 0), (-1, 0), (0, 1), (1, 0), (90, 0), (90, 90), (-90, 90)]
        area.append(
            ring: ring(corners).map { Position(longitude: $0.longitude, latitude: $0.latitude + latitude) })
        area.closePolygon()
        let result = try ArcNetwork([area]).generalised(tolerance: tolerance).boundary(ofArea: 0)
        // Without the tooth its foot is on a straight line, and goes as well.
        #expect(result.positions.count { $0.longitude == 0 } == teeth)
    }

    @Test(
        arguments: [
            (1, 300.0), (2, 300), (3, 600), (4, 600), (5, 1000), (6, 1000), (7, 3000), (8, 10_000), (9, 100_000),
        ] as [(UInt64, Double)])
    func `a partition stays a partition`(seed: UInt64, tolerance: Double) throws {
        let partition = RandomPartition(cells: 5, seed: seed)
        let network = try ArcNetwork(partition.areas + partition.pins)
        let result = network.generalised(tolerance: tolerance)
        #expect(result.vertexCount < network.vertexCount)
        #expect(crossings(in: result.boundaries()) == 0)
        let shapes = Array(result.boundaries().prefix(25))
        // The outline is straight, so the ground must be the same to the last square step.
        #expect(shapes.reduce(0) { $0 + $1.doubledSteps } == 2 * 500_000 * 500_000)
        #expect(shapes.allSatisfy { $0.doubledSteps > 0 })
        let edges = shapes.flatMap(\.edges)
        #expect(Set(edges).count == edges.count)
        for edge in Set(edges) where !Set(edges).contains(edge.reversed) {
            let isOnOutline =
                (edge.from.x == edge.to.x && [0, 500_000].contains(edge.from.x))
                || (edge.from.y == edge.to.y && [0, 500_000].contains(edge.from.y))
            #expect(isOnOutline)
        }
    }

    @Test(arguments: [11, 12, 13, 14, 15, 16] as [UInt64])
    func `levels that share their arcs stay nested and free of crossings`(seed: UInt64) throws {
        let small = RandomPartition(cells: 6, seed: seed, stepsPerBorder: 6).areas
        var generator = SeededGenerator(state: seed)
        let groups = small.map { _ in Int?.some(Int.random(in: 0..<4, using: &generator)) }
        let large = try ArcNetwork(small).dissolved(groups: groups, count: 4)
        let shapes = try ArcNetwork(small + large).generalised(tolerance: 1500).boundaries()
        #expect(crossings(in: shapes) == 0)
        for group in 0..<4 {
            let members = zip(shapes, groups).filter { $1 == group }.map(\.0)
            #expect(shapes[small.count + group].doubledSteps == members.reduce(0) { $0 + $1.doubledSteps })
        }
    }

    /// Two areas of random cells wind about each other, with many enclaves.
    @Test(arguments: [(21, 1500), (22, 1500), (23, 3000), (24, 3000), (25, 5000), (26, 10_000)] as [(UInt64, Double)])
    func `winding areas with enclaves stay free of overlap`(seed: UInt64, tolerance: Double) throws {
        let partition = RandomPartition(cells: 10, seed: seed, stepsPerBorder: 3)
        var generator = SeededGenerator(state: seed)
        let groups = partition.areas.map { _ in Int?.some(Int.random(in: 0..<4, using: &generator) / 3) }
        let areas = try ArcNetwork(partition.areas).dissolved(groups: groups, count: 2)
        let network = try ArcNetwork(areas + partition.pins)
        // Enclaves of one cell (about 1.2 km²) go; whatever surrounds them must then fill the gap.
        let result = network.generalised(tolerance: tolerance, minimumArea: 2_000_000)
        #expect(result.polygonCount < network.polygonCount)
        #expect(crossings(in: result.boundaries()) == 0)
        #expect(result.boundaries().prefix(2).reduce(0) { $0 + $1.doubledSteps } == 2 * 1_000_000 * 1_000_000)
    }

    @Test func `a coast does not jump over an island in its bay`() throws {
        let mainland = shape([[(0, 0), (100, 0), (100, 100), (60, 100), (60, 60), (40, 60), (40, 100), (0, 100)]])
        let island = shape([square(48, 80, side: 4)])
        let network = try ArcNetwork([mainland, island])
        let alone = try ArcNetwork([mainland]).generalised(tolerance: 3500).boundary(ofArea: 0)
        let centre = Position(longitude: 0.05, latitude: 0.081)
        #expect(alone.covers(centre), "without the island the bay is filled, or this test shows nothing")
        let shapes = network.generalised(tolerance: 3500).boundaries()
        let inside = try #require(shapes[1].centroid)
        #expect(shapes[1].covers(inside))
        #expect(!shapes[0].covers(inside))
        #expect(crossings(in: shapes) == 0)
    }

    @Test func `a coast does not jump over a headland of its own`() throws {
        // A headland of 285,600 units² reaches from the west into an inlet of 2,000 units² on the east.
        let area = shape([
            [
                (-2000, -800), (600, -800), (600, 600), (0, 600), (0, 40), (100, 20), (0, 0), (0, -400), (-1000, -400),
                (-1000, -260), (20, 20), (-1000, 300), (-1000, 600), (-2000, 600),
            ]
        ])
        let result = try ArcNetwork([area]).generalised(tolerance: 5500).boundary(ofArea: 0)
        #expect(result.positions.contains(Position(longitude: 0.02, latitude: 0.02)))
        #expect(crossings(in: [result]) == 0)
    }

    @Test func `the two banks of a river do not fall together`() throws {
        // Between two banks that wind along together lies an area of its own.
        let south = Self.zigzag(0, teeth: 10, height: 3)
        let north = south.dropFirst().dropLast().map { ($0.0, $0.1 + 1) }
        let river = shape([south + north.reversed()])
        let land = shape([[(0, -50), (20, -50)] + south.reversed()])
        let shapes = try ArcNetwork([river, land]).generalised(tolerance: 5000).boundaries()
        #expect(crossings(in: shapes) == 0)
        #expect(shapes.allSatisfy { $0.doubledSteps > 0 })
        #expect(shapes[0].positions.count < river.positions.count)
    }

    @Test func `the outcome is the same on every run`() throws {
        let network = try ArcNetwork(RandomPartition(cells: 8, seed: 5).areas)
        let first = network.generalised(tolerance: 800).boundaries()
        for _ in 0..<5 { #expect(network.generalised(tolerance: 800).boundaries() == first) }
    }

    @Test func `the check for crossings finds crossings, overlaps and touches`() {
        func count(_ other: [(Int, Int)]) -> Int { crossings(in: [shape([square(0, 0, side: 10)]), shape([other])]) }
        #expect(count([(5, 5), (15, 5), (15, 6)]) == 2)
        #expect(count([(2, 10), (8, 10), (5, 20)]) == 3)
        #expect(count([(10, 5), (20, 5), (20, 6)]) == 2)
        #expect(count([(10, 0), (20, 0), (20, 6)]) == 0)
    }
}
