import GeographyModel
import QueryEngine
import Testing

struct AreaLocatorTests {
    /// Areas, and which of them the positions lie in.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let areas: [MultiPolygon]
        let expected: [(x: Double, y: Double, area: Int?)]

        init(
            _ testDescription: String, _ areas: [MultiPolygon],
            _ expected: [(x: Double, y: Double, area: Int?)]
        ) {
            self.testDescription = testDescription
            self.areas = areas
            self.expected = expected
        }
    }

    static let four = [(0, 0), (2, 0), (0, 2), (2, 2)].map { area([square($0, $1, side: 2)]) }

    static let cases = [
        Case(
            "of squares that share edges, the first one has the edge", four,
            [
                (1, 1, 0), (3, 1, 1), (1, 3, 2), (3, 3, 3), (2, 1, 0), (1, 2, 0), (2, 3, 2), (3, 2, 1), (4, 3, 3),
                (2, 2, 0), (0, 0, 0), (4, 0, 1), (4, 4, 3), (0, 4, 2), (0, 2, 0), (4, 2, 1), (2, 0, 0), (2, 4, 2),
            ]),
        Case(
            "beyond the box by one unit in the last place is outside", four,
            [
                (4, 1, 1), ((4.0).nextUp, 1, nil), (0, 1, 0), ((0.0).nextDown, 1, nil), (1, 4, 2),
                (1, (4.0).nextUp, nil), (1, (0.0).nextDown, nil), ((2.0).nextUp, 1, 1), ((2.0).nextDown, 1, 0),
            ]),
        Case(
            "a hole is outside, its edge is not",
            [area([square(0, 0, side: 9), square(3, 3, side: 3)])],
            [(1, 1, 0), (4, 4, nil), (3, 4, 0), (6, 6, 0), (4, 6, 0), (8, 4, 0), (1, 4, 0), (4, 8, 0), (10, 4, nil)]),
        Case(
            "an enclave fills a hole; the edge belongs to the first",
            [area([square(3, 3, side: 3)]), area([square(0, 0, side: 9), square(3, 3, side: 3)])],
            [(4, 4, 0), (3, 4, 0), (3, 3, 0), (1, 1, 1), (6, 4, 0), ((6.0).nextUp, 4, 1)]),
        Case(
            "islands, one within the lake of another, are one area",
            [
                area([square(0, 0, side: 3)], [square(20, 0, side: 9), square(22, 2, side: 4)]),
                area([square(10, 0, side: 3)], [square(23, 3, side: 2)]),
            ],
            [
                (1, 1, 0), (11, 1, 1), (21, 1, 0), (24, 4, 1), (22.5, 4, nil), (22, 4, 0), (5, 1, nil), (13, 3, 1),
                (3, 3, 0), (25, 5, 1), (28, 8, 0),
            ]),
        Case(
            "where areas overlap, the first one counts",
            [area([square(2, 2, side: 4)]), area([square(0, 0, side: 4)]), area([square(0, 0, side: 6)])],
            [(3, 3, 0), (1, 1, 1), (5, 1, 2), (5, 5, 0), (2, 3, 0), (4, 1, 1), (1, 5, 2), (4, 4, 0)]),
        Case(
            "polygons of one area that meet in a corner",
            [area([square(0, 0, side: 2)], [square(2, 2, side: 2)])],
            [(2, 2, 0), (1, 1, 0), (3, 3, 0), (1, 3, nil), (3, 1, nil), (2, 3, 0), (3, 2, 0)]),
        Case(
            "spikes and level edges neither leak nor hide",
            [area([[(0, 0), (8, 0), (8, 4), (6, 2), (4, 4), (4, 2), (2, 2), (2, 4), (0, 4)]])],
            [
                (1, 2, 0), (3, 2, 0), (3, 3, nil), (2, 2, 0), (5, 2, 0), (7, 2, 0), (6, 2, 0), (6, 3, nil), (7, 4, nil),
                (-1, 2, nil), (9, 2, nil), (3, 4, nil), (1, 4, 0), (8, 4, 0), (4, 4, 0), (0, 4, 0),
            ]),
        Case(
            "empty areas keep their number",
            [MultiPolygon(), area([square(0, 0, side: 2)]), MultiPolygon(), area([square(1, 1, side: 2)])],
            [(0.5, 0.5, 1), (1.5, 1.5, 1), (2.5, 2.5, 3), (5, 5, nil)]),
    ]

    @Test("Each position lies in the area that the table says", arguments: cases)
    func table(_ example: Case) {
        let locator = AreaLocator(example.areas)
        for (x, y, area) in example.expected {
            #expect(locator.area(at: Position(longitude: x, latitude: y)) == area, "\(x), \(y)")
        }
        let positions = example.expected.map { Position(longitude: $0.x, latitude: $0.y) }
        #expect(locator.areas(at: positions) == example.expected.map { Int32($0.area ?? -1) })
    }

    @Test("Of many squares, corners and edges belong to the first, wherever grid lines run")
    func manySquares() {
        let side = 20
        let areas = (0..<side * side).map {
            Self.area([Self.square(Double($0 % side) / 10, Double($0 / side) / 10, side: 0.1)])
        }
        let locator = AreaLocator(areas)
        for (number, area) in areas.enumerated() {
            for corner in area.positions {
                let first = areas.firstIndex { $0.boundingBox.contains(corner) }
                #expect(locator.area(at: corner) == first, "\(corner) of \(number)")
            }
        }
    }

    @Test("The index of a district or two takes little memory")
    func memory() {
        #expect(AreaLocator([]).memoryInBytes < 100)
        #expect((100..<10_000).contains(AreaLocator(Self.four).memoryInBytes))
    }

    private static func area(_ polygons: [[TestShapes.Corner]]...) -> MultiPolygon { TestShapes.area(polygons) }

    private static func square(_ x: Double, _ y: Double, side: Double) -> [TestShapes.Corner] {
        TestShapes.square(x, y, side: side)
    }
}
