import GeographyModel
import RankInference
import Testing

@Suite struct ComparisonTests {
    /// Expected: numpy 2.4.6 on areas 3 and 2 of the recipe.
    @Test func `areas are compared draw by draw`() throws {
        let found = try recipeDraws().difference(of: 3, minus: 2)
        #expect(agree(found.estimate.value, 3.2875) && agree(found.probabilityHigher, 0.75))
        #expect(agree(found.estimate.lower, -4.0375) && agree(found.estimate.upper, 11.025))
    }

    @Test func `what two areas share cancels in their difference`() throws {
        let values: [Float] = [1, 20, 3, 400, 2, 21, 4, 401]
        let found = try DrawMatrix(areaCount: 2, drawCount: 4, values: values).difference(of: 1, minus: 0)
        #expect(found.estimate == IntervalEstimate(value: 1, lower: 1, upper: 1))
        #expect(found.probabilityHigher == 1)
        #expect(AreaDifference(draws: values, minus: values).probabilityHigher == 0)
    }

    /// Expected: scipy 1.17.1; standard errors (56 − 50) ÷ 2z and (51 − 46) ÷ 2z, added in squares.
    @Test func `without draws, errors are independent and normal`() {
        let first = IntervalEstimate(value: 53, lower: 50, upper: 56)
        let found = AreaDifference(first, minus: IntervalEstimate(value: 48.5, lower: 46, upper: 51))
        #expect(agree(first.standardError, 1.530640370773962))
        #expect(found.estimate.value == 4.5 && agree(found.probabilityHigher, 0.9880436525400517))
        #expect(agree(found.estimate.lower, 0.5948751620466726) && agree(found.estimate.upper, 8.405124837953327))
    }

    @Test(arguments: [(1.0, 2.0, 0.0), (2, 1, 1), (1, 1, 0)])
    func `figures without error are higher or not`(first: Double, second: Double, probability: Double) {
        let exact = [first, second].map { IntervalEstimate(value: $0, lower: $0, upper: $0) }
        #expect(AreaDifference(exact[0], minus: exact[1]).probabilityHigher == probability)
    }

    @Test(
        arguments: [
            ("above, low is good", 40, 44, .lowIsGood, .worse), ("above, high is good", 40, 44, .highIsGood, .better),
            ("below, low is good", 30, 37, .lowIsGood, .better), ("below, high is good", 30, 37, .highIsGood, .worse),
            ("within", 37, 40, .lowIsGood, .similar), ("the lower end touches", 38.66, 44, .lowIsGood, .similar),
            ("the upper end touches", 30, 38.66, .lowIsGood, .similar),
        ] as [(String, Double, Double, Polarity, BenchmarkComparison)])
    func `benchmarks`(
        label: String, lower: Double, upper: Double, polarity: Polarity, expected: BenchmarkComparison
    ) {
        let estimate = IntervalEstimate(value: (lower + upper) / 2, lower: lower, upper: upper)
        #expect(BenchmarkComparison(of: estimate, with: 38.66, polarity: polarity) == expected, "\(label)")
    }

    @Test func `a comparison at 99.8 % is more cautious than at 95 %`() {
        let estimate = IntervalEstimate(value: 41, lower: 39, upper: 43)
        #expect(BenchmarkComparison(of: estimate, with: 38.66, polarity: .lowIsGood) == .worse)
        let wide = estimate.at(confidence: 0.998)
        #expect(BenchmarkComparison(of: wide, with: 38.66, polarity: .lowIsGood) == .similar)
    }
}
