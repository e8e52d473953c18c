/// How much higher one figure is than another, in the indicator's unit.
public struct AreaDifference: Hashable, Sendable {
    /// The first figure minus the second, with its interval.
    public var estimate: IntervalEstimate
    /// The probability, 0…1, that the first is higher than the second.
    public var probabilityHigher: Double

    /// Compares draw by draw; the two must come from the same draws, such as two areas of one matrix, or one area under
    /// two assumptions.
    ///
    /// The value is the mean of the differences, the interval their quantiles (type 7), the probability the share of draws
    /// in which the first is strictly higher.
    public init(draws first: some Collection<Float>, minus second: some Collection<Float>, confidence: Double = 0.95) {
        precondition(first.count == second.count, "Figures are compared draw by draw.")
        let differences = zip(first, second).map { Double($0) - Double($1) }
        estimate = IntervalEstimate(draws: differences, confidence: confidence)
        probabilityHigher = Double(differences.count { $0 > 0 }) / Double(differences.count)
    }

    /// Compares two figures known by their intervals, taken as independent.
    ///
    /// The interval is made from the distances between values and limits, which add up in squares:
    ///
    ///     lower = d − √((v₁ − l₁)² + (u₂ − v₂)²),   upper = d + √((u₁ − v₁)² + (v₂ − l₂)²)
    ///
    /// Newcombe's tenth method for proportions with Wilson intervals (Statistics in Medicine 17 (1998) 873–890), and in
    /// general the method of variance estimates recovery (Zou and Donner, Statistics in Medicine 27 (2008) 1693–1702). It
    /// stays within the range of the figures. The probability is Φ(difference ÷ √(s₁² + s₂²)), with the standard errors
    /// that the intervals stand for. Figures of one model share its error, for which draws are needed: this is then too
    /// cautious or too bold, according to how the areas move together.
    public init(_ first: IntervalEstimate, minus second: IntervalEstimate, confidence: Double = 0.95) {
        let difference = first.value - second.value
        let (one, other) = (first.at(confidence: confidence), second.at(confidence: confidence))
        func reach(_ near: Double, _ far: Double) -> Double { (near * near + far * far).squareRoot() }
        estimate = IntervalEstimate(
            value: difference, lower: difference - reach(one.value - one.lower, other.upper - other.value),
            upper: difference + reach(one.upper - one.value, other.value - other.lower), confidence: confidence)
        let error = reach(first.standardError, second.standardError)
        probabilityHigher = error > 0 ? NormalDistribution.cumulative(difference / error) : difference > 0 ? 1 : 0
    }
}

extension DrawMatrix {
    /// How much higher area `first` is than area `second`, draw by draw.
    public func difference(of first: Int, minus second: Int, confidence: Double = 0.95) -> AreaDifference {
        AreaDifference(draws: row(first), minus: row(second), confidence: confidence)
    }
}
