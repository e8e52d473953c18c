import GeographyModel
import RankInference
import Testing

/// Figures on a board of 6 × 5 cells, queen contiguity. Expected numbers: PySAL esda 2.9.0 with libpysal 4.14.1, `Moran`
/// and `Moran_Local` with `transformation="r"` and 99,999 permutations.
@Suite struct SpatialPatternTests {
    private static let figures: [Double] = [
        2, 3.25, 4.5, 16, 17.25, 11.5, 12, 13.25, 14.5, 15, 9.25, 10.5, 11, -1.75, 24.5, 18, 19.25, 20.5, 21, 22.25,
        16.5, 3, 18.25, 19.5, 20, 25.25, 26.5, 27, 28.25, 29.5,
    ]

    private static let locals = [
        1.4283126184958916, 1.3495456779720518, 0.6890885471525874, -0.0036858366687732855, -0.014661891721086997,
        0.5515111298363877, 0.44564768976897673, 0.28020504178077366, 0.07161672284249695, 0.02441612246331012,
        0.16290990801207772, 0.1249188083701986, 0.16294809002176802, -0.47488238185520687, -0.21603890176251656,
        -0.12880064602204905, -0.12421880485920934, -0.22330112000561753, 0.06443850502071494, 0.06809634154904866,
        0.021239379257074666, -1.0396324871848888, 0.16107717154694196, 0.3902074116986167, 0.4899311846078226,
        -0.07982585492591812, 0.32327434871146693, 0.5173000491538516, 1.2537546520609508, 1.3277157502984342,
    ]

    private static let pValues = [
        0.04864, 0.01095, 0.09215, 0.19228, 0.42934, 0.006, 0.0008, 0.00197, 0.08802, 0.29755, 0.28818, 0.24508, 0.1717,
        0.30329, 0.33767, 0.11777, 0.17086, 0.10968, 0.34495, 0.3954, 0.24249, 0.01372, 0.02595, 0.00042, 0.00356,
        0.4624, 0.24063, 0.1461, 0.00757, 0.04158,
    ]

    @Test(
        arguments: [
            ("all joined", nil, 0.2621761112281441, 0.00509, 0),
            ("the last cell has no neighbours", 29, 0.20859924754135617, 0.01629, 1),
        ] as [(String, Int?, Double, Double, Int)])
    func `Moran's I`(label: String, cut: Int?, index: Double, pValue: Double, islands: Int) throws {
        let neighbours = boardNeighbours(rows: 6, columns: 5, cut: cut)
        let found = try MoransI(values: Self.figures, neighbours: neighbours, permutations: 19_999, seed: 1)
        #expect(agree(found.index, index), "\(label)")
        #expect(agree(found.expected, -0.034482758620689655))
        #expect(found.islandCount == islands)
        // Five standard errors of a share of 19,999 random permutations.
        #expect(agree(found.pValue, pValue, within: 5 * (pValue / 19_999).squareRoot()), "\(found.pValue)")
    }

    @Test func `local Moran`() throws {
        let neighbours = boardNeighbours(rows: 6, columns: 5)
        let found = try LocalMoran.statistics(
            values: Self.figures, neighbours: neighbours, permutations: 19_999, seed: 2)
        #expect(zip(found, Self.locals).allSatisfy { agree($0.index, $1) })
        for (local, pValue) in zip(found, Self.pValues) {
            let within = 5 * (pValue * (1 - pValue) / 19_999).squareRoot() + 1e-4
            #expect(agree(try #require(local.pValue), pValue, within: within))
        }
        var clusters = [LocalMoran.Cluster](repeating: .notSignificant, count: 30)
        // esda's quadrants 3, 1 and 2, where its p-value is at most 0.04.
        for cell in [1, 5, 6, 7] { clusters[cell] = .lowLow }
        for cell in [22, 23, 24, 28] { clusters[cell] = .highHigh }
        clusters[21] = .lowHigh
        #expect(found.map { $0.cluster(significantAt: 0.04) } == clusters)
    }

    @Test func `a high cell among low ones is high-low`() throws {
        let values = (0..<49).map { $0 == 24 ? 50.0 : abs($0 / 7 - 3) <= 2 && abs($0 % 7 - 3) <= 2 ? 1 : 20 }
        let found = try LocalMoran.statistics(
            values: values, neighbours: boardNeighbours(rows: 7, columns: 7), seed: 1)
        #expect(found[24].cluster() == .highLow)
        #expect(found[24].cluster(significantAt: 0) == .notSignificant)
    }

    /// All ten ways to put two 1s on five cells in a row, in Python's `fractions`: I = 7/12 for the two with them at one end
    /// (2 of 10 at least that), −1/2 where they are at an end and in the middle (7 of 10 at least that, 5 at most).
    @Test(
        arguments: [([1, 1, 0, 0, 0], 7.0 / 12, 0.2), ([1, 0, 1, 0, 0], -0.5, 0.5)] as [([Double], Double, Double)])
    func `figures that tie by chance are just as extreme`(values: [Double], index: Double, pValue: Double) throws {
        let line = (0..<5).map { cell in [cell - 1, cell + 1].filter { 0..<5 ~= $0 } }
        let found = try MoransI(values: values, neighbours: line, permutations: 9999, seed: 3)
        #expect(agree(found.index, index))
        #expect(agree(found.pValue, pValue, within: 0.025), "\(found.pValue)")
    }

    @Test func `an island counts in the mean, has no local pattern and no p-value`() throws {
        let neighbours = boardNeighbours(rows: 6, columns: 5, cut: 29)
        let found = try LocalMoran.statistics(values: Self.figures, neighbours: neighbours, seed: 2)
        #expect(found[29].index == 0 && found[29].pValue == nil)
        #expect(found[29].cluster(significantAt: 1) == .notSignificant)
        // esda: the cells beside the island change, the others do not.
        #expect(agree(found[23].index, 0.34400172540050367) && agree(found[28].index, 0.9531247805631629))
        #expect(agree(found[0].index, Self.locals[0]))
    }

    @Test func `a seed gives the same answer again, and another one another`() throws {
        let neighbours = boardNeighbours(rows: 6, columns: 5)
        func pValues(_ seed: UInt64) throws -> [Double?] {
            try LocalMoran.statistics(values: Self.figures, neighbours: neighbours, seed: seed).map(\.pValue)
        }
        #expect(try pValues(4) == pValues(4))
        #expect(try pValues(4) != pValues(5))
    }

    @Test(
        arguments: [
            ("all alike", [2, 2], [[1], [0]], .noFigures), ("no neighbours", [1, 2], [[], []], .noFigures),
            ("nothing", [], [], .noFigures), ("not finite", [1, .nan], [[1], [0]], .inputMalformed),
            ("too few lists", [1, 2], [[1]], .inputMalformed), ("itself", [1, 2], [[0], []], .inputMalformed),
            ("no such area", [1, 2], [[2], []], .inputMalformed), ("twice", [1, 2], [[1, 1], []], .inputMalformed),
        ] as [(String, [Double], [[Int]], GeodataError.Code)])
    func `no pattern`(label: String, values: [Double], neighbours: [[Int]], code: GeodataError.Code) throws {
        let error = try #require(throws: GeodataError.self, "\(label)") {
            try MoransI(values: values, neighbours: neighbours, seed: 1)
        }
        #expect(error.code == code, "\(label)")
    }
}
