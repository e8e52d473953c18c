import GeographyModel
import SpatialStore

/// How the properties of features fill the column layout of Fingertips downloads.
struct FingertipsProperties {
    /// The properties that are read for it.
    static let read = [
        "indicator", "edition", "region_code", "region_name", "area_code", "area_name", "area_type", "value",
        "lower_ci", "upper_ci", "count", "population", "remark",
    ]

    /// The columns that it fills.
    static let columns = [
        "indicator_id", "indicator_name", "parent_code", "parent_name", "area_code", "area_name", "area_type", "sex",
        "age", "time_period", "value", "lower_ci", "upper_ci", "count", "denominator", "value_note",
    ]

    private let editions: [String: RecordedEdition]

    /// Looks up what the editions of a store measure.
    init(_ reader: StoreReader) throws {
        let pairs = try reader.editions().map { (Self.key($0.indicator.id, $0.edition.id), $0) }
        editions = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// The feature with the properties of the layout.
    func filled(_ feature: Feature) -> Feature {
        let values = Dictionary(uniqueKeysWithValues: feature.properties.map { ($0.name, $0.value) })
        func value(_ name: String) -> PropertyValue { values[name] ?? .null }
        var recorded: RecordedEdition?
        if case .text(let indicator) = value("indicator"), case .text(let edition) = value("edition") {
            recorded = editions[Self.key(indicator, edition)]
        }
        let fixed: [String: PropertyValue] = [
            "indicator_id": value("indicator"), "indicator_name": PropertyValue(recorded?.indicator.title),
            "parent_code": value("region_code"), "parent_name": value("region_name"), "sex": .text("Persons"),
            "age": PropertyValue(recorded?.indicator.ageRange),
            "time_period": PropertyValue(recorded?.edition.vintage), "denominator": value("population"),
            "value_note": value("remark"),
        ]
        var filled = feature
        filled.properties = Self.columns.map { Property($0, fixed[$0] ?? value($0)) }
        return filled
    }

    private static func key(_ indicator: String, _ edition: String) -> String { "\(indicator)\u{0}\(edition)" }
}
