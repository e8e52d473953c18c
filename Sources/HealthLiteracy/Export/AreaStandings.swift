import GeographyModel
import RankInference
import SpatialStore

/// How each area of an export stands among the others: rank interval, group, class, comparison with England.
struct AreaStandings {
    /// The properties that are read from here.
    static let names: Set<String> = [
        "rank_lower", "rank_upper", "probability_in_worst", "quantile_group", "compared_to_england", "value_class",
        "class_upper_bound",
    ]

    private var values: [AreaCode: [String: PropertyValue]] = [:]

    /// Nothing is known of any area.
    init() {}

    /// Computes the standings of the areas that are handed out.
    init(
        _ entries: [NeedOrder.Entry], chosen: RecordedEdition, query: ExportQuery, type: AreaType,
        hierarchy: AreaHierarchy, reader: StoreReader
    ) throws {
        let draws = try EditionDraws(chosen, hierarchy: hierarchy, reader: reader)
        let certainty = try RankCertainty(entries, chosen: chosen, query: RankingQuery(areaType: type), draws: draws)
        var comparisons = BenchmarkComparisons(
            .england, chosen: chosen, draws: draws, hierarchy: hierarchy, reader: reader)
        let standings = try comparisons.standings(of: entries.map(\.recorded))
        let figures = entries.compactMap(\.recorded.estimate.value)
        let bounds = query.classMethod.upperBounds(
            of: figures, count: query.classes, isHighWorse: chosen.indicator.polarity == .lowIsGood)
        for (place, entry) in entries.enumerated() {
            let found = bounds.firstIndex { (entry.recorded.estimate.value ?? .infinity) <= $0 }
            values[entry.recorded.area.code] = [
                "rank_lower": PropertyValue(certainty.intervals[place]?.lower),
                "rank_upper": PropertyValue(certainty.intervals[place]?.upper),
                "probability_in_worst": PropertyValue(certainty.probabilitiesInWorst[place]),
                "quantile_group": .integer(
                    QuantileGroup.group(rank: entry.rank, of: entries.count, groups: RankedArea.groupCount)),
                "compared_to_england": PropertyValue(standings[place]?.at95?.rawValue),
                "value_class": PropertyValue(found.map { $0 + 1 }),
                "class_upper_bound": PropertyValue(found.map { bounds[$0] }),
            ]
        }
    }

    /// What a property is for an area.
    func value(of name: String, for code: AreaCode) -> PropertyValue { values[code]?[name] ?? .null }
}
