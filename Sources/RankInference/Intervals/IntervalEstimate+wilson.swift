extension IntervalEstimate {
    /// The proportion 0…1 of `count` in `denominator` with the Wilson score interval.
    ///
    /// (2x + z² ± z √(z² + 4x(1 − x ÷ n))) ÷ 2(n + z²), with x of n and z = Φ⁻¹((1 + confidence) ÷ 2). Wilson, *Probable
    /// inference, the law of succession, and statistical inference*, JASA 22 (1927) 209–212; the interval of Fingertips.
    ///
    /// - Returns: `nil` where the count is not within 0…denominator, or the denominator is not positive and finite.
    public init?(wilson count: Double, of denominator: Double, confidence: Double = 0.95) {
        guard denominator > 0, denominator.isFinite, 0...denominator ~= count else { return nil }
        let z = NormalDistribution.criticalValue(confidence: confidence)
        let centre = 2 * count + z * z
        let reach = z * (z * z + 4 * count * (1 - count / denominator)).squareRoot()
        let divisor = 2 * (denominator + z * z)
        self.init(
            value: count / denominator, lower: count == 0 ? 0 : (centre - reach) / divisor,
            upper: count == denominator ? 1 : (centre + reach) / divisor, confidence: confidence)
    }
}
