public import GeographyModel

/// What was computed for areas: the expected proportion of each, and its posterior draws. Proportions are 0…1.
///
/// The value of an area is the one at the posterior means of the model's terms. It is what the model's authors
/// calculate, it does not depend on a seed, and anybody can recompute it to the last digit. The mean of the draws is
/// given beside it: in districts it differs by less than a tenth of a point, about the Monte Carlo error of 1,000 draws.
public struct PrevalenceEstimates: Sendable {
    /// The areas.
    public let areas: [AreaCode]
    /// For each area, how many people of working age live there.
    public let populations: [Double]
    /// How many draws each area has.
    public let drawCount: Int
    /// For each area, the proportion at the posterior means.
    public let values: [Double]
    /// For each area and each draw, the proportion; areas one after the other. They are 32-bit numbers with an
    /// error below 1e-6; what is computed from stored draws is the same as what is computed from these.
    public let draws: [Float]

    /// Puts estimates together, as from a store.
    ///
    /// - Parameters:
    ///   - areas: The areas.
    ///   - populations: For each area, how many people of working age live there.
    ///   - drawCount: How many draws each area has.
    ///   - values: For each area, the proportion at the posterior means.
    ///   - draws: For each area and each draw, the proportion; areas one after the other.
    public init(areas: [AreaCode], populations: [Double], drawCount: Int, values: [Double], draws: [Float]) {
        precondition(
            populations.count == areas.count && values.count == areas.count && draws.count == areas.count * drawCount,
            "every area has a population, a value and all draws")
        self.areas = areas
        self.populations = populations
        self.drawCount = drawCount
        self.values = values
        self.draws = draws
    }

    /// The draws of one area.
    ///
    /// - Parameter index: The place of the area in ``areas``.
    public func draws(ofAreaAt index: Int) -> ArraySlice<Float> {
        draws[index * drawCount..<(index + 1) * drawCount]
    }

    /// Value, interval and people of one area.
    ///
    /// - Parameters:
    ///   - index: The place of the area in ``areas``.
    ///   - confidence: The probability that the interval holds, such as 0.95.
    public func summary(ofAreaAt index: Int, confidence: Double = 0.95) -> PrevalenceSummary {
        PrevalenceSummary(
            value: values[index], draws: draws(ofAreaAt: index).map(Double.init), population: populations[index],
            confidence: confidence)
    }

    /// Value, interval and people of areas together, weighted by their people, draw by draw.
    ///
    /// - Parameters:
    ///   - shares: For each area, by its place in ``areas``, which share 0…1 of its people is taken in; an area that
    ///     straddles two boards has a share in each. Without it, all of everybody.
    ///   - confidence: The probability that the interval holds, such as 0.95.
    /// - Returns: The summary; `nil` where the areas taken in have nobody.
    public func summary(shares: [Int: Double]? = nil, confidence: Double = 0.95) -> PrevalenceSummary? {
        // A fixed order, so that the sum is the same every time.
        let taken = shares.map { $0.sorted { $0.key < $1.key } } ?? areas.indices.map { (key: $0, value: 1) }
        let population = taken.reduce(0) { $0 + populations[$1.key] * $1.value }
        guard population > 0 else { return nil }
        var value = 0.0
        var mixed = [Double](repeating: 0, count: drawCount)
        for (index, share) in taken {
            let weight = populations[index] * share / population
            value += weight * values[index]
            for (draw, proportion) in draws(ofAreaAt: index).enumerated() { mixed[draw] += weight * Double(proportion) }
        }
        return PrevalenceSummary(value: value, draws: mixed, population: population, confidence: confidence)
    }
}
