import GeographyModel

/// What a change of an area's margins does to its figure: expected values under the model, not the effect of an act.
public struct ScenarioChange: Sendable {
    /// The area as it is.
    public let before: PrevalenceSummary
    /// The area with the changed margins.
    public let after: PrevalenceSummary
    /// The proportion after less the proportion before, −1…1; below 0 is better.
    public let change: Double
    /// The interval of the change, draw by draw: what both sides share cancels out.
    public let interval: ClosedRange<Double>

    /// The number of people after less the number before.
    public var people: Double { after.people - before.people }
    /// The interval of the change as a number of people, of the population before.
    public var peopleInterval: ClosedRange<Double> {
        interval.lowerBound * before.population...interval.upperBound * before.population
    }
}

extension PosteriorDraws {
    /// What becomes of an area's figure when its margins change, computed with the same draws on both sides.
    ///
    /// - Parameters:
    ///   - margins: The area as it is.
    ///   - changed: The area as it would be, with the same code and population; see
    ///     ``AreaMargins/shifted(by:level:factor:)``.
    ///   - seed: What the raking begins with; `nil` for independent factors.
    ///   - residualSD: The standard deviation of the area residual on the logit scale.
    ///   - confidence: The probability that the intervals hold, such as 0.95.
    /// - Throws: `invalidRequest` where the two are not the same area with the same population, and what raking and
    ///   estimating throw.
    public func scenario(
        from margins: AreaMargins, to changed: AreaMargins, seed: SeedTable? = nil, residualSD: Double = 0,
        confidence: Double = 0.95
    ) throws -> ScenarioChange {
        guard margins.area == changed.area, margins.population == changed.population else {
            throw GeodataError(
                .invalidRequest, "A scenario compares an area with itself, not \(margins.area) with \(changed.area).",
                remedy: "Change the margins only, and keep the code and the population.")
        }
        let estimates = try estimates(
            for: try RakedAreas([margins, changed], seed: seed), residualSD: residualSD, workers: 16)
        let differences = zip(estimates.draws(ofAreaAt: 1), estimates.draws(ofAreaAt: 0)).map {
            Double($0) - Double($1)
        }
        return ScenarioChange(
            before: estimates.summary(ofAreaAt: 0, confidence: confidence),
            after: estimates.summary(ofAreaAt: 1, confidence: confidence),
            change: estimates.values[1] - estimates.values[0],
            interval: OrderedDraws(differences).interval(confidence: confidence))
    }
}
