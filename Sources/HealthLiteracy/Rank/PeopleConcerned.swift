import GeographyModel
import SpatialStore

/// How many people stand on the bad side of an indicator.
enum PeopleConcerned {
    /// The people and the population that they are counted among.
    struct Count {
        /// People below a threshold (low is good), or without what is counted (high is good).
        var people: Double?
        /// The people whom the percentage is of.
        var population: Double?
        /// Whether the population is the edition's base rather than the figure's own denominator.
        var isDerived: Bool
    }

    /// Counts the people behind a percentage.
    ///
    /// The figure's own count and denominator come first; otherwise the value is applied to the edition's population
    /// base. Indicators in another unit have no people.
    static func count(_ recorded: RecordedEstimate, indicator: Indicator) -> Count {
        let estimate = recorded.estimate
        // A count without its denominator is of people who are not known; residents would not go with it.
        let population = estimate.denominator ?? (estimate.count == nil ? recorded.population : nil)
        guard indicator.unit == "percent" else { return Count(people: nil, population: population, isDerived: false) }
        let bad: Double?
        switch indicator.polarity {
        case .lowIsGood:
            bad = estimate.count ?? population.flatMap { all in estimate.value.map { all * $0 / 100 } }
        case .highIsGood:
            bad = population.flatMap { all in
                estimate.count.map { all - $0 } ?? estimate.value.map { all * (100 - $0) / 100 }
            }
        }
        return Count(
            people: bad?.rounded(), population: population,
            isDerived: bad != nil && estimate.count == nil && estimate.denominator == nil)
    }
}
