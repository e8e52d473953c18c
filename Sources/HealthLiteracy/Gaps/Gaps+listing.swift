public import GeographyModel

extension Gaps {
    /// The gaps as a listing.
    public var listing: Listing {
        let activity = query.closing == .active ? "active on \(day)" : "past or present"
        let shown = areas.count == gapCount ? "" : ", \(areas.count) shown"
        return Listing(
            title:
                "\(gapCount) of the \(worstCount) \(ranking.areaType.plural) in the worst \(fraction) of \(ranking.scope) without an initiative (\(activity))\(shown): \(ranking.indicator.title), \(ranking.edition.title)",
            context: [
                Property("indicator", .text(ranking.indicator.id)), Property("edition", .text(ranking.edition.id)),
                Property("polarity", .text(ranking.indicator.polarity.rawValue)),
                Property("within", .text(ranking.scope)), Property("groups", .integer(query.groups)),
                Property("worst_group_size", .integer(worstCount)),
                Property("initiatives", .text(query.closing.rawValue)), Property("as_of", .text(day.description)),
                Property("count", .integer(gapCount)),
            ],
            rowsName: "areas",
            columns: [
                .init("rank", heading: "Rank", isNumeric: true), .init("area_code", heading: "Code"),
                .init("area_name", heading: "Area", isElastic: true),
                .init("region_name", heading: "Region", isElastic: true),
                .init(
                    "value", heading: ranking.indicator.unit == "percent" ? "%" : "Value", decimals: 1, isNumeric: true),
                .init("people", heading: "People", decimals: 0, isNumeric: true),
                .init("partial_initiatives", heading: "In a part of it", isElastic: true),
            ],
            rows: areas.map(\.values), notes: notes)
    }
}

extension Gaps {
    /// The group in words.
    private var fraction: String {
        switch query.groups {
        case 2: "half"
        case 3: "third"
        case 4: "quarter"
        case 5: "fifth"
        case 10: "tenth"
        default: "1/\(query.groups)"
        }
    }
}

extension GapArea {
    fileprivate var values: [PropertyValue] {
        [
            .integer(ranked.rank), .text(ranked.area.code.rawValue), .text(ranked.area.name),
            PropertyValue(ranked.region?.name), PropertyValue(ranked.estimate.value),
            PropertyValue(ranked.people.map { Int($0) }), .array(partial.map { .text($0) }),
        ]
    }
}
