import BoundaryTopology
import GeographyModel
import Testing

/// A side of 0.001° is 111 m, so a square of it has 12,364 m² at the equator.
@Suite struct IslandTests {
    /// A map, and how many rings each of its areas keeps when ground below 50,000 m² goes.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let areas: [MultiPolygon]
        let rings: [Int]
    }

    private static let main = square(0, 0, side: 90)

    static let cases = [
        Case(
            testDescription: "a small island goes, a large one stays",
            areas: [shape([main], [square(200, 0, side: 1)], [square(300, 0, side: 3)])], rings: [2]),
        Case(
            testDescription: "a small island stays where it is all that the area has",
            areas: [shape([square(0, 0, side: 1)])], rings: [1]),
        Case(
            testDescription: "of several small islands the largest stays",
            areas: [shape([square(0, 0, side: 1)], [square(10, 0, side: 2)])], rings: [1]),
        Case(
            testDescription: "an enclave goes together with the hole that it fills",
            areas: [shape([main, square(9, 9, side: 1)]), shape([square(9, 9, side: 1)], [square(200, 0, side: 9)])],
            rings: [1, 1]),
        Case(
            testDescription: "an enclave that is all that its area has keeps its hole",
            areas: [shape([main, square(9, 9, side: 1)]), shape([square(9, 9, side: 1)])], rings: [2, 1]),
        Case(
            testDescription: "a hole that nothing fills goes where it is small",
            areas: [shape([main, square(9, 9, side: 1), square(50, 50, side: 9)])], rings: [2]),
        Case(
            testDescription: "an island that two areas share goes from both",
            areas: [
                shape([main], [square(200, 0, side: 1)]), shape([square(300, 0, side: 90)], [square(201, 0, side: 1)]),
            ],
            rings: [1, 1]),
        Case(
            testDescription: "a small piece that touches the rest at a corner goes",
            areas: [shape([main], [square(90, 90, side: 1)])], rings: [1]),
        Case(
            testDescription: "an enclave that touches its surroundings' outside goes with its hole",
            areas: [
                shape([main, [(0, 0), (2, 1), (1, 2)]]), shape([[(0, 0), (2, 1), (1, 2)]], [square(200, 0, side: 9)]),
            ], rings: [1, 1]),
        Case(
            testDescription: "a small piece that touches the rest along an edge stays",
            areas: [shape([main + [(0, 1)]]), shape([square(-1, 0, side: 1)], [square(200, 0, side: 9)])],
            rings: [1, 2]),
        Case(
            testDescription: "a small piece that goes round divided ground stays with it",
            areas: [
                shape([main], [square(90, 90, side: 3), [(90, 90), (91, 92), (92, 92), (92, 91)]]),
                shape([[(90, 90), (92, 91), (92, 92)]], [square(200, 0, side: 9)]),
                shape([[(90, 90), (92, 92), (91, 92)]], [square(300, 0, side: 9)]),
            ], rings: [3, 2, 2]),
        Case(
            testDescription: "rings that touch themselves stay whole, wherever they begin",
            areas: [
                shape([[(90, 90), (0, 90), (0, 0), (90, 0), (90, 90), (91, 90), (91, 91), (90, 91)]]),
                shape([[(290, 90), (291, 90), (291, 91), (290, 91), (290, 90), (200, 90), (200, 0), (290, 0)]]),
            ], rings: [1, 1]),
        Case(
            testDescription: "an island that two areas share is measured as one",
            areas: [
                shape([main], [[(200, 0), (202, 0), (202, 1), (202, 2), (202, 3), (200, 3)]]),
                shape([square(300, 0, side: 90)], [[(202, 0), (204, 0), (204, 3), (202, 3), (202, 2), (202, 1)]]),
            ], rings: [2, 2]),
        Case(
            testDescription: "levels above count an island's ground once",
            areas: [
                shape([main], [square(200, 0, side: 2)]), shape([main], [square(200, 0, side: 2)]),
                shape([main], [square(200, 0, side: 2)]),
            ], rings: [1, 1, 1]),
        Case(
            testDescription: "what surrounds an area's only ground stays around it",
            areas: [
                shape([main, square(10, 10, side: 2)]),
                shape(
                    [[(10, 10), (12, 10), (12, 12), (10, 12)], [(11, 11), (11, 12), (12, 12), (12, 11)]],
                    [square(200, 0, side: 9)]),
                shape([square(11, 11, side: 1)]),
            ], rings: [2, 3, 1]),
    ]

    @Test(arguments: cases) func `islands below the minimum go from all areas or from none`(_ example: Case) throws {
        let result = try ArcNetwork(example.areas).generalised(tolerance: 1, minimumArea: 50_000)
        #expect(result.boundaries().map(\.ringEnds.count) == example.rings)
    }

    @Test func `the minimum is the square of the tolerance where none is given`() throws {
        let network = try ArcNetwork([shape([Self.main], [square(200, 0, side: 1)])])
        #expect(network.generalised(tolerance: 111).polygonCount == 2)
        #expect(network.generalised(tolerance: 112).polygonCount == 1)
    }

    @Test func `an island stays a triangle at least`() throws {
        let island = shape([square(0, 0, side: 3)])
        let result = try ArcNetwork([island]).generalised(tolerance: 100_000).boundary(ofArea: 0)
        #expect(result.positions.count == 4)
        #expect(result.doubledSteps > 0)
    }
}
