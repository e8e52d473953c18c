public import GeographyModel

extension Ranking {
    /// The ranking as a listing: JSON keys and CSV columns are `rank, area_code, area_name, region_name, value,
    /// lower_ci, upper_ci, people, population`, then `status` and `source_id`.
    public var listing: Listing {
        Listing(
            title: "\(indicator.title), \(areaType.plural) in \(scope), \(edition.title)",
            context: [
                Property("indicator", .text(indicator.id)), Property("edition", .text(edition.id)),
                Property("polarity", .text(indicator.polarity.rawValue)), Property("unit", .text(indicator.unit)),
                Property("by", .text(measure.rawValue)), Property("area_type", .text(areaType.rawValue)),
                Property("within", .text(scope)), Property("ranked", .integer(rankedCount)),
                Property("without_figure", .integer(unrankedCount)), Property("source", .text(source.title)),
                Property("licence", .text(source.licence)),
            ],
            rowsName: "areas",
            columns: [
                .init("rank", heading: "Rank", isNumeric: true), .init("area_code", heading: "Code"),
                .init("area_name", heading: "Area", isElastic: true),
                .init("region_name", heading: "Region", isElastic: true),
                .init("value", heading: indicator.unit == "percent" ? "%" : "Value", decimals: 1, isNumeric: true),
                .init("lower_ci", heading: "Lower", decimals: 1, isNumeric: true),
                .init("upper_ci", heading: "Upper", decimals: 1, isNumeric: true),
                .init("people", heading: "People", decimals: 0, isNumeric: true),
                .init("population", heading: "Of", decimals: 0, isNumeric: true),
                .init("status", heading: "Status", isHiddenInTable: true),
                .init("source_id", heading: "Source", isHiddenInTable: true),
            ],
            rows: areas.map(\.values), notes: notes)
    }
}

extension RankedArea {
    fileprivate var values: [PropertyValue] {
        [
            .integer(rank), .text(area.code.rawValue), .text(area.name), PropertyValue(region?.name),
            PropertyValue(estimate.value), PropertyValue(estimate.lower), PropertyValue(estimate.upper),
            PropertyValue(people.map { Int($0) }), PropertyValue(population.map { Int($0.rounded()) }),
            .text(estimate.status.rawValue), .text(sourceID),
        ]
    }
}
