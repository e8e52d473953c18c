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
        _ entries: [NeedOrder.Entry], chosen: RecordedEdition, query: RankingQuery, reader: StoreReader
    ) throws {
        worst = Self.worst(of: entries.count, query.selection)
        let isByPeople = query.measure == .people
        let polarity = isByPeople ? .lowIsGood : chosen.indicator.polarity
        let draws = try reader.draws(
            indicator: chosen.indicator.id, edition: chosen.edition.id, of: query.areaType)
        let rows = entries.compactMap { draws[$0.recorded.area.code] }
        if rows.count == entries.count, !rows.isEmpty, chosen.indicator.polarity == .lowIsGood || !isByPeople {
            var matrix = try DrawMatrix(rowBytes: rows)
            if isByPeople { matrix = try matrix.scaled(by: entries.map { $0.count.population ?? 0 }) }
            let distributions = matrix.rankDistributions(polarity: polarity, worst: worst)
            basis = .draws
            intervals = distributions.map(\.interval)
            probabilitiesInWorst = distributions.map(\.probabilityInWorst)
            return
        }
        probabilitiesInWorst = entries.map { _ in nil }
        let estimates = isByPeople ? [] : entries.compactMap(\.interval)
        basis = estimates.count == entries.count && entries.count > 1 ? .intervals : .none
        intervals =
            basis == .intervals ? RankInterval.joint(of: estimates, polarity: polarity) : entries.map { _ in nil }
    }

    /// What must be said about the intervals; `nil` where there are none.
    var note: Note? {
        switch basis {
        case .draws:
            Note(
                .rankInterval,
                "Rank from and to hold 95 % of the ranks over the posterior draws, and P is the probability of being among the worst \(worst). Both know the model's uncertainty only: what it cannot see of a place would make them wider."
            )
        case .intervals:
            Note(
                .rankInterval,
                "Rank from and to are the joint 95 % region that the figures' intervals allow (Klein, Wright and Wieczorek 2020)."
            )
        case .none: nil
        }
    }

    /// The number that `--top` names, else the worst fifth.
    private static func worst(of count: Int, _ selection: RankingQuery.Selection) -> Int {
        if case .top(let number) = selection { return min(number, count) }
        return max(1, count / 5)
    }
}

extension NeedOrder.Entry {
    /// The value with its interval, where the figure has one.
    fileprivate var interval: IntervalEstimate? {
        let estimate = recorded.estimate
        guard let value = estimate.value, let lower = estimate.lower, let upper = estimate.upper else { return nil }
        return IntervalEstimate(value: value, lower: lower, upper: upper)
    }
}
