import SmallAreaEstimation
import Testing

@Suite struct OrderedDrawsTests {
    /// `numpy.quantile([8, 1, 16, 2, 4], p)`.
    @Test(arguments: [(0, 1), (0.025, 1.1), (0.25, 2), (0.5, 4), (0.6, 5.6), (0.9, 12.8), (1, 16)])
    func `quantiles are those of type 7`(probability: Double, expected: Double) {
        let draws = OrderedDraws([8, 1, 16, 2, 4])
        #expect(abs(draws.quantile(probability) - expected) < 1e-12)
    }

    @Test func `an interval leaves as much on either side`() {
        let interval = OrderedDraws((0...1000).map(Double.init)).interval(confidence: 0.95)
        #expect(abs(interval.lowerBound - 25) < 1e-9)
        #expect(abs(interval.upperBound - 975) < 1e-9)
    }
}
