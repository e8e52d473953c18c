import GeographyModel
import RankInference
import SpatialStore

/// How sure the ranks of a list are: from joint draws where the edition has them, else from intervals, else not at all.
struct RankCertainty {
    /// What the list's ranks rest on.
    enum Basis {
        /// Joint posterior draws: the interval holds 95 % of an area's ranks, and chances can be told.
        case draws
        /// Intervals only: the joint region of Klein, Wright and Wieczorek (2020).
        case intervals
        /// Nothing that supports an interval.
        case none
    }

    let basis: Basis
    /// For each area of the list, the ranks that it may have.
    let intervals: [RankInterval?]
    /// For each area of the list, the probability of being among the worst `worst`.
    let probabilitiesInWorst: [Double?]
    /// How many areas count as the worst.
    let worst: Int

    /// Looks at the list as it is ranked, by the same measure.
    init(
        _ entries: [NeedOrder.Entry], chosen: RecordedEdition, query: RankingQuery, draws: EditionDraws?
    ) throws {
        worst = Self.worst(of: entries.count, query.selection)
        let isByPeople = query.measure == .people
        let polarity = isByPeople ? .lowIsGood : chosen.indicator.polarity
        let codes = entries.map(\.recorded.area.code)
        if chosen.indicator.polarity == .lowIsGood || !isByPeople, var matrix = try draws?.matrix(of: codes) {
            if isByPeople { matrix = try matrix.scaled(by: entries.map { $0.count.population ?? 0 }) }
            let distributions = matrix.rankDistributions(polarity: polarity, worst: worst)
            basis = .draws
            intervals = distributions.map(\.interval)
            probabilitiesInWorst = distributions.map(\.probabilityInWorst)
            return
        }
        probabilitiesInWorst = entries.map { _ in nil }
        let estimates = isByPeople ? [] : entries.compactMap { $0.recorded.estimate.interval() }
        basis = estimates.count == entries.count && entries.count > 1 ? .intervals : .none
        intervals =
            basis == .intervals ? RankInterval.joint(of: estimates, polarity: polarity) : entries.map { _ in nil }
    }

    /// What must be said about the intervals, or about their absence.
    var note: Note {
        switch basis {
        case .draws:
            Note(
                .rankInterval,
                "Rank from and to hold 95 % of the ranks over the posterior draws, and P is the probability of being among the worst \(worst)."
            )
        case .intervals:
            Note(
                .rankInterval,
                "Rank from and to are the joint 95 % region that the figures' intervals allow (Klein, Wright and Wieczorek 2020)."
            )
        case .none:
            Note(
                .rankInterval,
                "No interval of the ranks: not all figures come with draws, intervals or counts to support one.")
        }
    }

    /// The number that `--top` names, else the worst fifth.
    private static func worst(of count: Int, _ selection: RankingQuery.Selection) -> Int {
        if case .top(let number) = selection { return min(number, count) }
        return QuantileGroup.worstCount(of: count, groups: RankedArea.groupCount)
    }
}
