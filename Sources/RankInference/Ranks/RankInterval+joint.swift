public import GeographyModel

extension RankInterval {
    /// Rank intervals for areas that have intervals of their values, but no draws; all hold together.
    ///
    /// With probability of at least `confidence`, every area's true rank lies in its interval at once. Klein, Wright and
    /// Wieczorek, *A joint confidence region for an overall ranking of populations*, JRSS C 69 (2020) 589–606: the intervals
    /// of the values are widened until all n hold together, here by Bonferroni, each at 1 − (1 − confidence) ÷ n; then
    ///
    ///     lower = 1 + number of areas surely worse      (their interval lies wholly on the bad side of this one)
    ///     upper = n − number of areas surely better
    ///
    /// No independence between areas is assumed. Each side of an interval is taken to be normal: it is widened by the ratio of
    /// the normal quantiles (``IntervalEstimate/at(confidence:)``). The intervals are wide; draws give narrower ones.
    ///
    /// - Parameters:
    ///   - estimates: The areas that are ranked, each with its interval; all finite.
    ///   - polarity: Which direction is good.
    ///   - confidence: The level at which all rank intervals hold together.
    /// - Returns: The intervals in the order of `estimates`, in O(n log n).
    public static func joint(
        of estimates: [IntervalEstimate], polarity: Polarity, confidence: Double = 0.95
    ) -> [RankInterval] {
        guard !estimates.isEmpty else { return [] }
        let simultaneous = -NormalDistribution.quantile((1 - confidence) / (2 * Double(estimates.count)))
        let wide = estimates.map { estimate in
            let single = NormalDistribution.criticalValue(confidence: estimate.confidence)
            let widened = estimate.stretched(toward: confidence, by: simultaneous / single)
            return polarity == .lowIsGood ? (widened.lower, widened.upper) : (-widened.upper, -widened.lower)
        }
        let lowers = wide.map(\.0).sorted()
        let uppers = wide.map(\.1).sorted()
        return wide.map { lower, upper in
            let surelyWorse = lowers.count - firstPlace(in: lowers) { $0 > upper }
            let surelyBetter = firstPlace(in: uppers) { $0 >= lower }
            return RankInterval(lower: 1 + surelyWorse, upper: estimates.count - surelyBetter)
        }
    }

    /// The first place of the ascending values from which on the condition holds, by bisection.
    private static func firstPlace(in values: [Double], where holds: (Double) -> Bool) -> Int {
        var (low, high) = (0, values.count)
        while low < high {
            let middle = (low + high) / 2
            if holds(values[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
