import RankInference
import Testing

@Suite struct NormalDistributionTests {
    /// Expected: scipy 1.17.1, `scipy.stats.norm.ppf`.
    @Test(arguments: [
        ("far tail", 1e-300, -37.0470962993612), ("far tail of order 20", 1e-20, -9.262340089798409),
        ("either side of √(−ln p) = 5", 1e-9, -5.9978070150076865), ("99.9 %", 0.0005, -3.2905267314918945),
        ("99.8 %", 0.001, -3.090232306167813), ("95 %", 0.025, -1.9599639845400545),
        ("either side of |p − ½| = 0.425", 0.07, -1.4757910281791706), ("at that end", 0.075, -1.4395314709384563),
        ("centre", 0.3, -0.5244005127080409), ("middle", 0.5, 0), ("above the middle", 0.6, 0.2533471031357997),
        ("upper", 0.975, 1.959963984540054), ("upper tail", 0.999, 3.090232306167813),
    ]) func `quantiles`(label: String, probability: Double, expected: Double) {
        let found = NormalDistribution.quantile(probability)
        #expect(abs(found - expected) <= 4e-15 * abs(expected), "\(label)")
    }

    /// Expected: scipy 1.17.1, `scipy.stats.norm.cdf`.
    @Test(arguments: [
        (-8, 6.22096057427174e-16), (-3.5, 0.00023262907903552502), (-1, 0.15865525393145707), (0, 0.5),
        (0.3, 0.6179114221889526), (4, 0.9999683287581669),
    ]) func `cumulative probabilities`(x: Double, expected: Double) {
        #expect(abs(NormalDistribution.cumulative(x) - expected) <= 1e-13 * expected)
    }

    @Test func `the quantile undoes the cumulative probability`() {
        for step in -60...60 {
            let x = Double(step) / 10
            #expect(agree(NormalDistribution.quantile(NormalDistribution.cumulative(x)), x, within: 1e-7), "\(x)")
        }
        #expect(NormalDistribution.quantile(0) == -.infinity)
        #expect(NormalDistribution.quantile(1) == .infinity)
    }
}
