public import GeographyModel
import RankInference

extension Ranking {
    /// The ranking as a listing: JSON keys and CSV columns are `rank, area_code, area_name, region_name, value,
    /// lower_ci, upper_ci, people, population`, then `rank_lower, rank_upper, probability_in_worst, quantile_group,
    /// benchmark_value, compared_95, compared_99_8, status, source_id`.
    ///
    /// - Parameter showsBenchmark: Whether a table shows the comparison too.
    public func listing(showsBenchmark: Bool = false) -> Listing {
        Listing(
            title: "\(indicator.title), \(areaType.pluralLabel) in \(scope), \(edition.title)",
            context: [
                Property("indicator", .text(indicator.id)), Property("edition", .text(edition.id)),
                Property("polarity", .text(indicator.polarity.rawValue)), Property("unit", .text(indicator.unit)),
                Property("by", .text(measure.rawValue)), Property("area_type", .text(areaType.rawValue)),
                Property("within", .text(scope)), Property("benchmark", PropertyValue(benchmark?.label)),
                Property("ranked", .integer(rankedCount)),
                Property("without_figure", .integer(unrankedCount)), Property("source", .text(source.title)),
                Property("licence", .text(source.licence)),
            ],
            rowsName: "areas",
            columns: [
                .init("rank", heading: "Rank", isNumeric: true), .init("area_code", heading: "Code"),
                .init("area_name", heading: "Area", isElastic: true),
                .init("region_name", heading: "Region", isElastic: true),
                .init("value", heading: indicator.unit == "percent" ? "%" : "Value", decimals: 1, isNumeric: true),
                .init("lower_ci", heading: "Lower", decimals: 1, isNumeric: true, isHiddenInTable: !hasIntervals),
                .init("upper_ci", heading: "Upper", decimals: 1, isNumeric: true, isHiddenInTable: !hasIntervals),
                .init("people", heading: "People", decimals: 0, isNumeric: true),
                .init("population", heading: "Of", decimals: 0, isNumeric: true),
                .init("rank_lower", heading: "Rank from", isNumeric: true, isHiddenInTable: !hasRankIntervals),
                .init("rank_upper", heading: "to", isNumeric: true, isHiddenInTable: !hasRankIntervals),
                .init(
                    "probability_in_worst", heading: "P", decimals: 2, isNumeric: true,
                    isHiddenInTable: areas.allSatisfy { $0.probabilityInWorst == nil }),
                .init("quantile_group", heading: "Fifth", isNumeric: true, isHiddenInTable: !showsBenchmark),
                .init(
                    "benchmark_value", heading: "Than", decimals: 1, isNumeric: true, isHiddenInTable: !showsBenchmark),
                .init("compared_95", heading: "95 %", isHiddenInTable: !showsBenchmark),
                .init("compared_99_8", heading: "99.8 %", isHiddenInTable: !showsBenchmark),
                .init("status", heading: "Status", isHiddenInTable: true),
                .init("source_id", heading: "Source", isHiddenInTable: true),
            ],
            rows: areas.map(\.values), notes: notes)
    }
}

extension Ranking {
    private var hasIntervals: Bool { areas.contains { $0.estimate.lower != nil } }
    private var hasRankIntervals: Bool { areas.contains { $0.rankLower != nil } }
}

extension RankedArea {
    fileprivate var values: [PropertyValue] {
        [
            .integer(rank), .text(area.code.rawValue), .text(area.name), PropertyValue(region?.name),
            PropertyValue(estimate.value), PropertyValue(estimate.lower), PropertyValue(estimate.upper),
            PropertyValue(people.map { Int($0) }), PropertyValue(population.map { Int($0.rounded()) }),
            PropertyValue(rankLower), PropertyValue(rankUpper), PropertyValue(probabilityInWorst),
            .integer(quantileGroup), PropertyValue(benchmark?.value), PropertyValue(benchmark?.at95?.rawValue),
            PropertyValue(benchmark?.at998?.rawValue),
            .text(estimate.status.rawValue), .text(sourceID),
        ]
    }
}
