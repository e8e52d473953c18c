/// A value with its confidence (or credible) interval, in the indicator's unit.
public struct IntervalEstimate: Hashable, Sendable {
    /// The value.
    public var value: Double
    /// The lower end of the interval.
    public var lower: Double
    /// The upper end of the interval.
    public var upper: Double
    /// The level of the interval, a proportion 0…1.
    public var confidence: Double

    /// Makes an estimate; the interval is at 95 % unless said.
    public init(value: Double, lower: Double, upper: Double, confidence: Double = 0.95) {
        self.value = value
        self.lower = lower
        self.upper = upper
        self.confidence = confidence
    }

    /// The standard error that the interval stands for if the estimate is normally distributed: half the width ÷ z,
    /// with z = Φ⁻¹((1 + confidence) ÷ 2), 1.95996 at 95 %.
    ///
    /// Exact for a Wald interval, an approximation for Wilson, logit and posterior intervals.
    public var standardError: Double {
        (upper - lower) / (2 * NormalDistribution.criticalValue(confidence: confidence))
    }

    /// The interval at another level, by the ratio of normal quantiles: 3.0902 ÷ 1.95996 from 95 % to 99.8 %.
    ///
    /// Each side is stretched by itself, so an interval that is not symmetric stays so, and may leave the range of a
    /// proportion. Where there are counts, ``init(wilson:of:confidence:)`` is better; where there are draws, their quantiles.
    public func at(confidence level: Double) -> IntervalEstimate {
        guard level != confidence else { return self }
        return stretched(
            toward: level,
            by: NormalDistribution.criticalValue(confidence: level)
                / NormalDistribution.criticalValue(confidence: confidence))
    }

    /// The interval with both sides times `ratio`; a side on which the value lies outside has no length.
    func stretched(toward level: Double, by ratio: Double) -> IntervalEstimate {
        IntervalEstimate(
            value: value, lower: value - max(value - lower, 0) * ratio, upper: value + max(upper - value, 0) * ratio,
            confidence: level)
    }
}
