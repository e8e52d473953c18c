/// The figure of an area, or of areas together, with its interval. Proportions are 0…1.
public struct PrevalenceSummary: Hashable, Sendable {
    /// The proportion at the posterior means.
    public let value: Double
    /// The mean of the draws.
    public let posteriorMean: Double
    /// The equal-tailed interval of the draws.
    public let interval: ClosedRange<Double>
    /// How many people of working age the proportion is of.
    public let population: Double

    /// How many people the value stands for.
    public var people: Double { value * population }
    /// The interval as a number of people.
    public var peopleInterval: ClosedRange<Double> {
        interval.lowerBound * population...interval.upperBound * population
    }

    /// Sums up draws.
    ///
    /// - Parameters:
    ///   - value: The proportion at the posterior means.
    ///   - draws: The proportion in each draw; at least one.
    ///   - population: How many people of working age the proportion is of.
    ///   - confidence: The probability that the interval holds, such as 0.95.
    public init(value: Double, draws: [Double], population: Double, confidence: Double) {
        let ordered = OrderedDraws(draws)
        self.value = value
        self.population = population
        posteriorMean = draws.reduce(0, +) / Double(draws.count)
        interval = ordered.interval(confidence: confidence)
    }
}
