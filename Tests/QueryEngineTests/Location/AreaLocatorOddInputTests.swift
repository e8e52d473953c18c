import GeographyModel
import QueryEngine
import Testing

/// Input that no boundary file should hold: it must not stop the program, and leaves the rest of it findable.
struct AreaLocatorOddInputTests {
    /// Odd areas, a position, and the area it lies in.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let areas: [MultiPolygon]
        let x, y: Double
        let area: Int?

        init(_ testDescription: String, _ areas: [MultiPolygon], at x: Double, _ y: Double, _ area: Int?) {
            self.testDescription = testDescription
            self.areas = areas
            (self.x, self.y, self.area) = (x, y, area)
        }
    }

    static let square = TestShapes.area([TestShapes.square(0, 0, side: 2)])
    static let tiny = Double.leastNonzeroMagnitude

    static let cases = [
        Case("no areas", [], at: 0, 0, nil),
        Case("only empty areas", [MultiPolygon(), MultiPolygon()], at: 0, 0, nil),
        Case("a ring of no position", [TestShapes.raw([]), square], at: 1, 1, 1),
        Case("a ring of one position is that position", [TestShapes.raw([(1, 1)]), square], at: 1, 1, 0),
        Case("a ring of one position is nothing else", [TestShapes.raw([(1, 1)]), square], at: 1, 1.5, 1),
        Case("nothing but one position, hit", [TestShapes.raw([(1, 1)])], at: 1, 1, 0),
        Case("nothing but one position, missed", [TestShapes.raw([(1, 1)])], at: 1, 2, nil),
        Case("several single positions", [TestShapes.raw([(0, 0)]), TestShapes.raw([(3, 2)])], at: 3, 2, 1),
        Case("the same position over and over", [TestShapes.raw([(1, 1), (1, 1), (1, 1), (1, 1)])], at: 1, 1, 0),
        Case("a ring there and back is its line", [TestShapes.raw([(0, 0), (2, 2), (0, 0)])], at: 1, 1, 0),
        Case("a level ring of no height, on it", [TestShapes.raw([(0, 0), (2, 0), (0, 0)])], at: 1, 0, 0),
        Case("an upright ring of no width, on it", [TestShapes.raw([(0, 0), (0, 2), (0, 0)])], at: 0, 1, 0),
        Case("a ring that is not closed", [TestShapes.raw([(0, 0), (2, 0), (2, 2), (0, 2)])], at: 0, 1, 0),
        Case(
            "vertices that are no numbers are left out",
            [TestShapes.raw([(.nan, 0), (0, 0), (2, 0), (2, .infinity), (2, 2), (-.infinity, .nan), (0, 2), (0, 0)])],
            at: 1, 1, 0),
        Case("a ring of no numbers at all", [TestShapes.raw([(.nan, .nan), (.nan, 1)]), square], at: 1, 1, 1),
        Case(
            "vertices too great to multiply are left out",
            [TestShapes.raw([(0, 0), (2, 0), (1e300, 1), (2, 2), (0, 2), (0, 0)])], at: 1, 1, 0),
        Case(
            "huge vertices", [TestShapes.area([TestShapes.square(-1e140, -1e140, side: 2e140)]), square], at: 1, 1, 0),
        Case("a huge neighbour", [square, TestShapes.area([TestShapes.square(9, 9, side: 1e100)])], at: 1, 1, 0),
        Case("a box below the smallest step", [TestShapes.area([TestShapes.square(0, 0, side: tiny)])], at: 0, tiny, 0),
        Case(
            "a box of one step", [TestShapes.area([[(50, 1), (50 + 0x1p-47, 1), (50, 1 + 0x1p-52)]])],
            at: 50, (1.0).nextUp, 0),
        Case("the same area many times", Array(repeating: square, count: 500), at: 1, 1, 0),
        Case("on the edge of the same area many times", Array(repeating: square, count: 500), at: 2, 1, 0),
        Case("a position that is no number", [square], at: .nan, 1, nil),
        Case("a latitude that is no number", [square], at: 1, .nan, nil),
        Case("a position beyond all", [square], at: .infinity, 1, nil),
        Case("a position below all", [square], at: 1, -.infinity, nil),
        Case("a position far away", [square], at: 1e308, -1e308, nil),
        Case("the other nought", [square], at: -0.0, -0.0, 0),
        Case(
            "rings that no polygon takes",
            [MultiPolygon(positions: square.positions, ringEnds: square.ringEnds, polygonEnds: [])], at: 1, 1, nil),
        Case(
            "ends beyond what there is",
            [MultiPolygon(positions: square.positions, ringEnds: [-3, 99, 2], polygonEnds: [7])], at: 1, 1, 0),
    ]

    @Test("Odd input gives the answer of what is left of it", arguments: cases)
    func answers(_ example: Case) {
        let locator = AreaLocator(example.areas)
        let position = Position(longitude: example.x, latitude: example.y)
        #expect(locator.area(at: position) == example.area)
        #expect(locator.areas(at: [position]) == [Int32(example.area ?? -1)])
        #expect(locator.areas(at: []).isEmpty)
    }

    @Test("Long edges do not fill the memory")
    func longEdges() {
        let needles = (0..<2_000).map { number in
            TestShapes.area([[(0, Double(number)), (1_000, 2_000 - Double(number)), (0, Double(number) + 0.5)]])
        }
        let locator = AreaLocator(needles)
        #expect(locator.memoryInBytes < 2_000_000)
        #expect(locator.area(at: Position(longitude: 0, latitude: 1_234.25)) == 1_234)
    }
}
