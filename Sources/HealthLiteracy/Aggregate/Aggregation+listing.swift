public import GeographyModel

extension Aggregation {
    /// The figures as a listing.
    public var listing: Listing {
        let hasIntervals = groups.contains { $0.lower != nil }
        return Listing(
            title: "\(indicator.title), rolled up to \(target), \(edition.title)",
            context: [
                Property("indicator", .text(indicator.id)), Property("edition", .text(edition.id)),
                Property("polarity", .text(indicator.polarity.rawValue)), Property("unit", .text(indicator.unit)),
                Property("to", .text(target)),
            ],
            rowsName: "areas",
            columns: [
                .init("rank", heading: "Rank", isNumeric: true),
                .init("area_code", heading: "Code", isHiddenInTable: groups.allSatisfy { $0.code == $0.name }),
                .init("area_name", heading: "Area", isElastic: true),
                .init("value", heading: "%", decimals: 1, isNumeric: true),
                .init("lower_ci", heading: "Lower", decimals: 1, isNumeric: true, isHiddenInTable: !hasIntervals),
                .init("upper_ci", heading: "Upper", decimals: 1, isNumeric: true, isHiddenInTable: !hasIntervals),
                .init("people", heading: "People", decimals: 0, isNumeric: true),
                .init("people_lower", heading: "from", decimals: 0, isNumeric: true, isHiddenInTable: !hasIntervals),
                .init("people_upper", heading: "to", decimals: 0, isNumeric: true, isHiddenInTable: !hasIntervals),
                .init("population", heading: "Of", decimals: 0, isNumeric: true),
                .init("rank_lower", heading: "Rank from", isNumeric: true, isHiddenInTable: !hasIntervals),
                .init("rank_upper", heading: "to", isNumeric: true, isHiddenInTable: !hasIntervals),
                .init("members", heading: "Made of", isNumeric: true),
            ],
            rows: groups.map { group in
                func people(_ percent: Double?) -> PropertyValue {
                    let bad = percent.map { indicator.polarity == .lowIsGood ? $0 : 100 - $0 }
                    return PropertyValue(bad.map { Int(($0 / 100 * group.population).rounded()) })
                }
                let (few, many) =
                    indicator.polarity == .lowIsGood ? (group.lower, group.upper) : (group.upper, group.lower)
                return [
                    .integer(group.rank), .text(group.code), .text(group.name), .number(group.value),
                    PropertyValue(group.lower), PropertyValue(group.upper), people(group.value), people(few),
                    people(many), .integer(Int(group.population.rounded())), PropertyValue(group.rankLower),
                    PropertyValue(group.rankUpper), .integer(group.memberCount),
                ]
            }, notes: notes)
    }
}
