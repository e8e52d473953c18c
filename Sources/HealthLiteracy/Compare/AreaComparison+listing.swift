public import GeographyModel
import RankInference

extension AreaComparison {
    /// The pairs as a listing.
    public var listing: Listing {
        Listing(
            title: "\(indicator.title), differences in points, \(editions.joined(separator: " and "))",
            context: [
                Property("indicator", .text(indicator.id)),
                Property("polarity", .text(indicator.polarity.rawValue)), Property("unit", .text(indicator.unit)),
                Property("areas", .array(sides.map(\.value))),
            ],
            rowsName: "comparisons",
            columns: [
                .init("first_code", heading: "Code", isHiddenInTable: true),
                .init("first_name", heading: "First", isElastic: true),
                .init("first_value", heading: "%", decimals: 1, isNumeric: true),
                .init("first_edition", heading: "Edition", isElastic: true, isHiddenInTable: editions.count == 1),
                .init("second_code", heading: "Code", isHiddenInTable: true),
                .init("second_name", heading: "Second", isElastic: true),
                .init("second_value", heading: "%", decimals: 1, isNumeric: true),
                .init("second_edition", heading: "Edition", isElastic: true, isHiddenInTable: editions.count == 1),
                .init("difference", heading: "Difference", decimals: 1, isNumeric: true),
                .init("lower_ci", heading: "Lower", decimals: 1, isNumeric: true),
                .init("upper_ci", heading: "Upper", decimals: 1, isNumeric: true),
                .init("probability_first_higher", heading: "P(first higher)", decimals: 2, isNumeric: true),
                .init("reading", heading: "Reading"),
            ],
            rows: pairs.map(\.values), notes: notes)
    }

    private var editions: [String] {
        var seen: Set<String> = []
        return sides.map(\.edition.title).filter { seen.insert($0).inserted }
    }
}

extension AreaComparison.Side {
    fileprivate var value: PropertyValue {
        .object([
            Property("area_code", .text(area.code.rawValue)), Property("area_name", .text(area.name)),
            Property("edition", .text(edition.id)), Property("value", PropertyValue(estimate.value)),
            Property("lower_ci", PropertyValue(estimate.lower)), Property("upper_ci", PropertyValue(estimate.upper)),
        ])
    }
}

extension AreaComparison.Pair {
    /// What the interval says: it leaves out 0, or it does not.
    private var reading: String? {
        certainty.map { found in
            if found.estimate.lower > 0 { return "first is higher" }
            return found.estimate.upper < 0 ? "second is higher" : "cannot be told apart"
        }
    }

    fileprivate var values: [PropertyValue] {
        [
            .text(first.area.code.rawValue), .text(first.area.name), PropertyValue(first.estimate.value),
            .text(first.edition.id),
            .text(second.area.code.rawValue), .text(second.area.name), PropertyValue(second.estimate.value),
            .text(second.edition.id),
            .number(difference), PropertyValue(certainty?.estimate.lower), PropertyValue(certainty?.estimate.upper),
            PropertyValue(certainty?.probabilityHigher), PropertyValue(reading),
        ]
    }
}
