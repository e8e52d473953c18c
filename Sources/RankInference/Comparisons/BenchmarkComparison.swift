public import GeographyModel

/// How an area stands against a benchmark.
public enum BenchmarkComparison: String, CaseIterable, Sendable {
    /// The interval lies wholly on the bad side of the benchmark.
    case worse
    /// The interval contains the benchmark, its ends included.
    case similar
    /// The interval lies wholly on the good side of the benchmark.
    case better

    /// Compares by whether the interval contains the benchmark, at the level that the interval has.
    ///
    /// The rule of Fingertips. For 99.8 % give the interval of the draws at that level
    /// (``DrawMatrix/estimates(confidence:)``); with counts ``IntervalEstimate/init(wilson:of:confidence:)``; else
    /// ``IntervalEstimate/at(confidence:)``. The benchmark is taken as known. One that has draws of its own, such as
    /// the country's mean, is better compared through ``AreaDifference``, whose estimate is then compared with 0.
    public init(of estimate: IntervalEstimate, with benchmark: Double, polarity: Polarity) {
        if estimate.lower > benchmark {
            self = polarity == .lowIsGood ? .worse : .better
        } else if estimate.upper < benchmark {
            self = polarity == .lowIsGood ? .better : .worse
        } else {
            self = .similar
        }
    }
}
