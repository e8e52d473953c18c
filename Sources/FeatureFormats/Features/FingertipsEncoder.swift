package import GeographyModel

/// CSV in the layout of the downloads of Fingertips (Office for Health Improvement and Disparities), so that scripts
/// and workbooks made for those take it as it is.
///
/// Every download column is there, in its order; those that no property fills are empty. Properties that fill one:
/// `indicator_id`, `indicator_name`, `parent_code`, `parent_name`, `area_code`, `area_name`, `area_type`, `sex`, `age`,
/// `time_period`, `value`, `lower_ci`, `upper_ci` (95 %), `count`, `denominator`, `value_note`. *Time period Sortable*
/// is made from a time period that begins with a year (`2022/23` → `20220000`). Other properties are not written.
/// Words that a spreadsheet would run get an apostrophe, as in every CSV output (``FormulaGuard``).
package struct FingertipsEncoder: FeatureEncoder {
    package static let mediaType = "text/csv; charset=utf-8; header=present"
    package static let fileExtension = "csv"

    /// The headings of a download with the property that fills each.
    private static let columns: [(heading: String, property: String?)] = [
        ("Indicator ID", "indicator_id"), ("Indicator Name", "indicator_name"),
        ("Parent Code", "parent_code"), ("Parent Name", "parent_name"),
        ("Area Code", "area_code"), ("Area Name", "area_name"), ("Area Type", "area_type"),
        ("Sex", "sex"), ("Age", "age"), ("Category Type", nil), ("Category", nil),
        ("Time period", "time_period"), ("Value", "value"),
        ("Lower CI 95.0 limit", "lower_ci"), ("Upper CI 95.0 limit", "upper_ci"),
        ("Lower CI 99.8 limit", nil), ("Upper CI 99.8 limit", nil),
        ("Count", "count"), ("Denominator", "denominator"), ("Value note", "value_note"),
        ("Recent Trend", nil), ("Compared to England value or percentiles", nil),
        ("Compared to percentiles", nil), ("Time period Sortable", sortable), ("New data", nil),
        ("Compared to goal", nil), ("Time period range", nil),
    ]
    private static let sortable = "time_period_sortable"

    /// Makes an encoder.
    package init() {}

    package mutating func begin(_ header: CollectionHeader, into buffer: inout TextBuffer) {
        for (place, column) in Self.columns.enumerated() {
            if place > 0 { buffer.append(UInt8(ascii: ",")) }
            buffer.appendCSV(column.heading)
        }
        buffer.endCSVRow()
    }

    package mutating func encode(_ feature: Feature, into buffer: inout TextBuffer) {
        for (place, column) in Self.columns.enumerated() {
            if place > 0 { buffer.append(UInt8(ascii: ",")) }
            guard let property = column.property else { continue }
            buffer.appendCSV(property == Self.sortable ? Self.sortKey(of: feature) : feature.value(of: property))
        }
        buffer.endCSVRow()
    }

    /// The year that the time period begins with, then four noughts; null where it begins with none.
    private static func sortKey(of feature: Feature) -> PropertyValue {
        let period = plainText(of: feature.value(of: "time_period"))
        guard let year = Int(period.prefix(4)), (1000...9999).contains(year) else { return .null }
        return .integer(year * 10_000)
    }

    package mutating func end(into buffer: inout TextBuffer) {}
}
