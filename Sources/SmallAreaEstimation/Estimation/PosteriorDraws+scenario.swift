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
        try scenario(
            from: [margins], to: [changed], shares: [1], seed: seed, residualSD: residualSD, confidence: confidence)
    }

    /// The same for an area that is made of others, whose people are brought together draw by draw.
    ///
    /// - Parameters:
    ///   - margins: The parts as they are; at least one.
    ///   - changed: The parts as they would be, in the same order.
    ///   - shares: For each part, the proportion 0…1 of its people that lies in the area.
    ///   - seed: What the raking begins with; `nil` for independent factors.
    ///   - residualSD: The standard deviation of the area residual on the logit scale.
    ///   - confidence: The probability that the intervals hold, such as 0.95.
    public func scenario(
        from margins: [AreaMargins], to changed: [AreaMargins], shares: [Double], seed: SeedTable? = nil,
        residualSD: Double = 0, confidence: Double = 0.95
    ) throws -> ScenarioChange {
        guard !margins.isEmpty, margins.count == changed.count, margins.count == shares.count,
            zip(margins, changed).allSatisfy({ $0.area == $1.area && $0.population == $1.population })
        else {
            throw GeodataError(
                .invalidRequest,
                "A scenario compares an area with itself, not \(margins.first?.area.rawValue ?? "nothing") with \(changed.first?.area.rawValue ?? "nothing").",
                remedy: "Change the margins only, and keep the code and the population.")
        }
        let estimates = try estimates(
            for: try RakedAreas(margins + changed, seed: seed), residualSD: residualSD, workers: 16)
        func side(_ start: Int) -> [Int: Double] {
            Dictionary(uniqueKeysWithValues: shares.indices.map { (start + $0, shares[$0]) })
        }
        let population = zip(margins, shares).reduce(0) { $0 + $1.0.population * $1.1 }
        guard let before = estimates.summary(shares: side(0), confidence: confidence),
            let after = estimates.summary(shares: side(margins.count), confidence: confidence)
        else { throw GeodataError(.noFigures, "Nobody of working age lives in the area.") }
        var differences = [Double](repeating: 0, count: count)
        for part in margins.indices {
            let weight = margins[part].population * shares[part] / population
            let (old, new) = (estimates.draws(ofAreaAt: part), estimates.draws(ofAreaAt: margins.count + part))
            for (draw, pair) in zip(new, old).enumerated() {
                differences[draw] += weight * (Double(pair.0) - Double(pair.1))
            }
        }
        return ScenarioChange(
            before: before, after: after, change: after.value - before.value,
            interval: OrderedDraws(differences).interval(confidence: confidence))
    }
}
