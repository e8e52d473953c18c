import BoundaryTopology
import GeographyModel
import Testing

@Suite struct DissolvingTests {
    /// The nine cells of a three-by-three board of straight squares, row by row from the south-west.
    private let board = (0..<9).map { shape([square($0 % 3 * 10, $0 / 3 * 10, side: 10)]) }

    /// Groups of the board's cells, and how many positions and rings each polygon of group 0 must have.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let groups: [Int?]
        /// For each polygon of group 0, how many positions each of its rings has, the first repeated.
        let rings: [[Int]]
    }

    static let cases = [
        Case(
            testDescription: "everything in one group is the outline", groups: .init(repeating: 0, count: 9),
            rings: [[13]]),
        Case(
            testDescription: "two cells lose the edge between them", groups: [0, 0, 1, 1, 1, 1, 1, 1, 1], rings: [[7]]),
        Case(testDescription: "a ring of cells has a hole", groups: [0, 0, 0, 0, nil, 0, 0, 0, 0], rings: [[13, 5]]),
        Case(
            testDescription: "cells that touch at a corner are polygons of their own",
            groups: [0, 1, 1, 1, 0, 1, 1, 1, 0], rings: [[5], [5], [5]]),
        Case(
            testDescription: "a hole that touches the outside is a ring of its own",
            groups: [1, 0, 0, 0, 1, 0, 0, 0, 0], rings: [[13, 5]]),
        Case(
            testDescription: "a chessboard falls apart", groups: [0, 1, 0, 1, 0, 1, 0, 1, 0],
            rings: .init(repeating: [5], count: 5)),
        Case(
            testDescription: "cells that touch all round keep the hole outside", groups: [1, 0, 1, 0, 1, 0, 1, 0, 1],
            rings: .init(repeating: [5], count: 4)),
        Case(testDescription: "a group can be empty", groups: .init(repeating: 1, count: 9), rings: []),
    ]

    @Test(arguments: cases) func `groups become simple rings in their polygons`(_ example: Case) throws {
        let dissolved = try ArcNetwork(board).dissolved(groups: example.groups, count: 2)
        let rings = dissolved[0].polygonEnds.indices.map { polygon in
            dissolved[0].ringRange(ofPolygon: polygon).map { dissolved[0].ring($0).count }
        }
        #expect(rings.sorted { $0.lexicographicallyPrecedes($1) } == example.rings)
        for (group, shape) in dissolved.enumerated() {
            #expect(shape.doubledSteps == example.groups.count { $0 == group } * 2 * 100_000 * 100_000)
        }
    }

    @Test func `a hole goes to the smallest outside that holds it`() throws {
        // A ring of ground within the hole of another, given as four halves.
        func halves(_ outer: Int, _ inner: Int) -> [MultiPolygon] {
            [-1, 1].map { side in
                shape([
                    [
                        (0, -outer), (side * outer, -outer), (side * outer, outer), (0, outer), (0, inner),
                        (side * inner, inner), (side * inner, -inner), (0, -inner),
                    ]
                ])
            }
        }
        let network = try ArcNetwork(halves(40, 30) + halves(20, 10))
        let dissolved = network.dissolved(groups: [0, 0, 0, 0], count: 1)[0]
        #expect(dissolved.polygonEnds == [2, 4])
        let widths = (0..<4).map { (dissolved.ring($0).map(\.longitude).max() ?? 0) * 1000 }
        #expect(widths == [40, 30, 20, 10])
    }

    @Test func `a hole does not go to an outside that only bends round it`() throws {
        let bend = shape([[(0, 0), (50, 0), (50, 50), (0, 50), (0, 49), (49, 49), (49, 1), (0, 1)]])
        let block = shape([square(10, 10, side: 30), square(20, 20, side: 5)])
        let dissolved = try ArcNetwork([bend, block]).dissolved(groups: [0, 0], count: 1)[0]
        #expect(dissolved.polygonEnds == [1, 3])
        #expect(Set(dissolved.ring(2)) == Set(block.ring(1)))
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func `random groups cover just what their areas cover, with edges used once on each side`(seed: UInt64) throws {
        let areas = RandomPartition(cells: 6, seed: seed, stepsPerBorder: 2).areas
        var generator = SeededGenerator(state: seed)
        let groups = areas.map { _ in Int?.some(Int.random(in: 0..<3, using: &generator)) }
        let dissolved = try ArcNetwork(areas).dissolved(groups: groups, count: 3)
        for group in 0..<3 {
            let members = zip(areas, groups).filter { $1 == group }.map(\.0)
            let inner = Set(members.flatMap(\.edges).map(\.reversed))
            let outline = Set(members.flatMap(\.edges)).subtracting(inner)
            #expect(Set(dissolved[group].edges) == outline)
            #expect(dissolved[group].edges.count == outline.count)
            for polygon in dissolved[group].polygonEnds.indices {
                for (place, ring) in dissolved[group].ringRange(ofPolygon: polygon).enumerated() {
                    #expect((dissolved[group].doubledSignedArea(ofRing: ring) > 0) == (place == 0))
                    #expect(Set(dissolved[group].ring(ring)).count == dissolved[group].ring(ring).count - 1)
                }
            }
        }
    }
}
