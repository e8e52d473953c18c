import RankInference
import Testing

@Suite struct IntervalEstimateTests {
    /// Expected: scipy 1.17.1, `binomtest(x, n).proportion_ci(c, method="wilson")`.
    @Test(
        arguments: [
            (65, 100, 0.95, 0.5525444329688796, 0.7363575175690247),
            (1045, 5000, 0.95, 0.19795549880013297, 0.2204913037318903),
            (65, 100, 0.998, 0.49549465740704474, 0.7783540614089686),
            (0, 20, 0.95, 0, 0.16112515805281935), (20, 20, 0.95, 0.8388748419471808, 1),
        ] as [(Double, Double, Double, Double, Double)])
    func `Wilson score`(count: Double, denominator: Double, confidence: Double, lower: Double, upper: Double) throws {
        let found = try #require(IntervalEstimate(wilson: count, of: denominator, confidence: confidence))
        #expect(agree(found.lower, lower) && agree(found.upper, upper), "\(found)")
        #expect(found.value == count / denominator && found.confidence == confidence)
    }

    @Test(arguments: [("nobody", 0, 0), ("more than all", 6, 5), ("negative", -1, 5), ("not a number", .nan, 5)])
    func `no proportion, no interval`(label: String, count: Double, denominator: Double) {
        #expect(IntervalEstimate(wilson: count, of: denominator) == nil, "\(label)")
    }

    /// Expected: 53 − 3 · Φ⁻¹(0.999) ÷ Φ⁻¹(0.975) with scipy 1.17.1.
    @Test func `another level stretches each side by the ratio of normal quantiles`() {
        let estimate = IntervalEstimate(value: 53, lower: 50, upper: 54)
        let wide = estimate.at(confidence: 0.998)
        #expect(agree(wide.lower, 48.269965677109624) && agree(wide.upper - 53, (53 - wide.lower) / 3))
        #expect(wide.confidence == 0.998)
        let back = wide.at(confidence: 0.95)
        #expect(agree(back.lower, 50) && agree(back.upper, 54))
    }
}
