import BoundaryTopology
import GeographyModel
import Testing

@Suite struct ArcNetworkTests {
    /// A map and how many arcs it must have.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let areas: [MultiPolygon]
        let arcs: Int
        let vertices: Int
    }

    static let cases = [
        Case(
            testDescription: "a lone ring is one closed arc", areas: [shape([square(0, 0, side: 2)])], arcs: 1,
            vertices: 5),
        Case(
            testDescription: "two squares share the edge between them",
            areas: [shape([square(0, 0, side: 2)]), shape([square(2, 0, side: 2)])], arcs: 3, vertices: 10),
        Case(
            testDescription: "the same ground twice is one arc, wherever its rings begin",
            areas: [shape([square(0, 0, side: 2)]), shape([[(2, 2), (0, 2), (0, 0), (2, 0)]])], arcs: 1, vertices: 5),
        Case(
            testDescription: "an enclave fills its hole with one arc",
            areas: [
                shape([square(0, 0, side: 9), square(3, 3, side: 2)]), shape([square(3, 3, side: 2)]),
            ], arcs: 2, vertices: 10),
        Case(
            testDescription: "squares that touch at a corner meet in a junction",
            areas: [shape([square(0, 0, side: 2)]), shape([square(2, 2, side: 2)])], arcs: 2, vertices: 10),
        Case(
            testDescription: "repeated vertices are dropped",
            areas: [shape([[(0, 0), (0, 0), (2, 0), (2, 2), (2, 2), (0, 2)]])], arcs: 1, vertices: 5),
        Case(
            testDescription: "a spike is cut off",
            areas: [shape([[(0, 0), (2, 0), (9, 0), (2, 0), (2, 2), (0, 2)]])], arcs: 1, vertices: 5),
        Case(
            testDescription: "a spike at the ring's beginning is cut off",
            areas: [shape([[(9, 9), (2, 2), (0, 2), (0, 0), (2, 0), (2, 2)]])], arcs: 1, vertices: 5),
        Case(
            testDescription: "a ring that goes there and back is no ring",
            areas: [shape([[(0, 0), (1, 0), (2, 0), (1, 0)]])],
            arcs: 0, vertices: 0),
        Case(
            testDescription: "a ring on one line is no ring", areas: [shape([[(0, 0), (1, 0), (3, 0)]])], arcs: 0,
            vertices: 0),
        Case(testDescription: "an area can be empty", areas: [MultiPolygon()], arcs: 0, vertices: 0),
        Case(testDescription: "a network can be empty", areas: [], arcs: 0, vertices: 0),
    ]

    @Test(arguments: cases) func `arcs run from junction to junction and are stored once`(_ example: Case) throws {
        let network = try ArcNetwork(example.areas)
        #expect(network.arcCount == example.arcs)
        #expect(network.vertexCount == example.vertices)
        #expect(network.areaCount == example.areas.count)
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func `boundaries come back out with the same edges`(seed: UInt64) throws {
        let areas = RandomPartition(cells: 4, seed: seed).areas
        let back = try ArcNetwork(areas).boundaries()
        #expect(back.map { Set($0.edges) } == areas.map { Set($0.edges) })
    }

    @Test func `outsides come out anticlockwise and holes clockwise however they went in`() throws {
        let area = shape(
            [square(0, 0, side: 9).reversed(), square(3, 3, side: 2)], [square(20, 0, side: 1).reversed()])
        let back = try ArcNetwork([area]).boundary(ofArea: 0)
        #expect(back.polygonEnds == [2, 3])
        #expect((0..<3).map { back.doubledSignedArea(ofRing: $0) > 0 } == [true, false, true])
    }

    @Test func `positions come out as the decimal fractions that went in`() throws {
        let area = RandomPartition(cells: 1, seed: 1).areas[0]
        let rounded = area.positions.map { position in
            Position(
                longitude: (position.longitude * 1e7).rounded() / 1e7,
                latitude: (position.latitude * 1e7).rounded() / 1e7)
        }
        #expect(Set(try ArcNetwork([area]).boundary(ofArea: 0).positions) == Set(rounded))
    }

    @Test func `a hole of an outside without ground goes with it`() throws {
        let area = shape([[(0, 0), (1, 0), (3, 0)], square(3, 3, side: 2)], [square(20, 0, side: 1)])
        #expect(try ArcNetwork([area]).boundary(ofArea: 0).ringEnds == [5])
    }

    @Test(arguments: [(181.0, 0.0), (0, -90.5), (.nan, 0), (.infinity, 0)])
    func `a position that is not on Earth is refused`(longitude: Double, latitude: Double) {
        var area = MultiPolygon()
        area.append(ring: [Position(longitude: longitude, latitude: latitude)])
        area.closePolygon()
        let error = #expect(throws: GeodataError.self) { try ArcNetwork([area]) }
        #expect(error?.code == .inputMalformed)
    }

    @Test(arguments: [0, -1, 1e8, .nan]) func `a grid that cannot be counted is refused`(stepsPerDegree: Double) {
        let error = #expect(throws: GeodataError.self) { try ArcNetwork([], stepsPerDegree: stepsPerDegree) }
        #expect(error?.code == .invalidRequest)
    }

    @Test(arguments: 0..<200 as Range<UInt64>) func `rings through random points are survived`(seed: UInt64) throws {
        // Few places to choose from, so that rings cross, touch, overlap and repeat themselves in every way.
        var generator = SeededGenerator(state: seed)
        let areas = (0..<4).map { _ in
            shape(
                (0..<2).map { _ in
                    (0..<9).map { _ in
                        (Int.random(in: 0..<5, using: &generator), Int.random(in: 0..<5, using: &generator))
                    }
                })
        }
        let network = try ArcNetwork(areas)
        let result = network.generalised(tolerance: 150)
        #expect(result.neighbours().count == 4)
        for boundary in network.boundaries() + result.boundaries() {
            for index in boundary.ringEnds.indices {
                #expect(boundary.ring(index).count >= 4)
                #expect(boundary.ring(index).first == boundary.ring(index).last)
            }
        }
        for boundary in network.dissolved(groups: [0, 0, 1, nil], count: 2) {
            for index in boundary.ringEnds.indices {
                #expect(boundary.ring(index).first == boundary.ring(index).last)
            }
        }
    }
}
