import GeographyModel
import RankInference
import Testing

@Suite struct RankDistributionTests {
    struct Case: Sendable {
        var label: String
        var areas: [Int]
        var polarity = Polarity.lowIsGood
        var lower: [Int]
        var median: [Int]
        var upper: [Int]
        var expected: [Double]
        var inWorstTwo: [Double]
        var worst: [Double]
    }

    /// Expected: scipy 1.17.1 `rankdata(method="min")` in each of the recipe's draws, four of which have ties, then numpy
    /// 2.4.6 `quantile(method="inverted_cdf")` at 0.025, 0.5 and 0.975.
    @Test(arguments: [
        Case(
            label: "all", areas: [0, 1, 2, 3, 4], lower: [3, 2, 1, 1, 1], median: [5, 4, 3, 2, 1],
            upper: [5, 5, 5, 4, 3], expected: [4.525, 3.925, 2.925, 2.1, 1.425],
            inWorstTwo: [0, 0.075, 0.3, 0.7, 0.925], worst: [0, 0, 0.1, 0.275, 0.65]),
        Case(
            label: "a subset is ranked among itself", areas: [1, 3, 4], lower: [2, 1, 1], median: [3, 2, 1],
            upper: [3, 3, 2], expected: [2.875, 1.825, 1.3], inWorstTwo: [0.125, 0.875, 1], worst: [0, 0.3, 0.7]),
        Case(
            label: "high is good", areas: [0, 1, 2, 3, 4], polarity: .highIsGood, lower: [1, 1, 1, 1, 3],
            median: [1, 2, 3, 4, 5], upper: [3, 4, 5, 5, 5], expected: [1.4, 2.025, 3.05, 3.875, 4.55],
            inWorstTwo: [0.925, 0.775, 0.275, 0.05, 0], worst: [0.675, 0.275, 0.05, 0.05, 0]),
        Case(
            label: "one area is first and last", areas: [2], lower: [1], median: [1], upper: [1], expected: [1],
            inWorstTwo: [1], worst: [1]),
    ]) func `ranks over the draws`(_ expected: Case) throws {
        let found = try recipeDraws().rankDistributions(of: expected.areas, polarity: expected.polarity, worst: 2)
        #expect(found.map(\.interval.lower) == expected.lower, "\(expected.label)")
        #expect(found.map(\.median) == expected.median)
        #expect(found.map(\.interval.upper) == expected.upper)
        #expect(zip(found, expected.expected).allSatisfy { agree($0.expected, $1) })
        #expect(zip(found, expected.inWorstTwo).allSatisfy { agree($0.probabilityInWorst, $1) })
        #expect(zip(found, expected.worst).allSatisfy { agree($0.probabilityWorst, $1) })
    }

    @Test func `the ends are the 25th and 975th of a thousand ranks, whatever the rounding of the level`() throws {
        // Area 0 is worst in so many of a thousand draws, and area 1 in the others.
        for (draws, expected) in [(24, (2, 2)), (25, (1, 2)), (975, (1, 1)), (974, (1, 2))] {
            let values = (0..<1000).map { Float($0 < draws ? 1 : -1) } + [Float](repeating: 0, count: 1000)
            let matrix = try DrawMatrix(areaCount: 2, drawCount: 1000, values: values)
            let found = matrix.rankDistributions(polarity: .lowIsGood, worst: 1)[0].interval
            #expect(found == RankInterval(lower: expected.0, upper: expected.1), "\(draws)")
        }
    }

    @Test func `equal draws are tied, zeros of either sign too`() throws {
        let matrix = try DrawMatrix(areaCount: 3, drawCount: 2, values: [0, 7, -0.0, 7, -1, 7])
        let found = matrix.rankDistributions(polarity: .lowIsGood, worst: 1)
        #expect(found.map(\.probabilityWorst) == [1, 1, 0.5])
        #expect(found.map(\.expected) == [1, 1, 2])
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func `probabilities add up and intervals hold the median`(seed: UInt64)
        throws
    {
        let matrix = try randomDraws(areas: 61, draws: 333, step: 0.2, seed: seed)
        let ranks = matrix.rankDistributions(polarity: .lowIsGood, worst: 12)
        #expect(ranks.allSatisfy { $0.interval.contains($0.median) && 1...61 ~= $0.interval.upper })
        // Ties can only make more areas the worst, or ranks smaller.
        #expect(ranks.reduce(0) { $0 + $1.probabilityWorst } >= 1 - 1e-9)
        #expect(ranks.reduce(0) { $0 + $1.probabilityInWorst } >= 12 - 1e-9)
        #expect(ranks.reduce(0) { $0 + $1.expected } <= 61 * 62 / 2 + 1e-6)
        let positions = CompetitionRank.ranks(descending: matrix.means())
        #expect(zip(ranks, positions).allSatisfy { $0.interval.contains($1) })
    }

    @Test func `adding the same to all areas in a draw changes no rank`() throws {
        let matrix = try randomDraws(areas: 30, draws: 100, step: 0.3, seed: 5)
        let shifted = matrix.values.enumerated().map { $1 + Float($0 % 100 * 8) }
        let moved = try DrawMatrix(areaCount: 30, drawCount: 100, values: shifted.map { ($0 * 64).rounded() })
        let still = try DrawMatrix(
            areaCount: 30, drawCount: 100, values: moved.values.enumerated().map { $1 - Float($0 % 100 * 512) })
        let ranks = moved.rankDistributions(polarity: .lowIsGood, worst: 6)
        #expect(ranks == still.rankDistributions(polarity: .lowIsGood, worst: 6))
        #expect(moved.estimates().map(\.lower) != still.estimates().map(\.lower))
    }
}
