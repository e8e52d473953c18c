import GeographyModel
import SourceReaders

/// The names that publishers give to the columns of areas and figures.
///
/// Sources: Fingertips downloads (Area Code, Value, Lower CI 95.0 limit …), ONS Explore Local Statistics (areacd,
/// observation, lci_95 …), ONS lookups and boundaries (LAD24CD, LAD24NM, ltla22_code …).
enum ColumnNames {
    static let code = [
        "area_code", "Area Code", "areacd", "geography_code", "Geography Code", "gss_code", "GSS Code", "ons_code",
        "ONS Code", "district_code", "District Code", "Local Authority Code", "local_authority_code", "LA Code",
        "la_code", "Authority Code", "code",
    ]
    static let name = [
        "area_name", "Area Name", "areanm", "geography_name", "Geography Name", "district_name", "District Name",
        "Local Authority Name", "local_authority_name", "local authority", "local_authority", "LA Name", "la_name",
        "Authority Name", "council", "authority", "district", "borough", "geography", "LA", "area", "name",
    ]
    static let value = ["value", "observation", "percent", "percentage", "estimate", "pct", "%"]
    static let lower = ["lower_ci", "Lower CI 95.0 limit", "lci_95", "lower_95", "lower", "lci"]
    static let upper = ["upper_ci", "Upper CI 95.0 limit", "uci_95", "upper_95", "upper", "uci"]
    static let count = ["count", "numerator"]
    static let denominator = ["denominator"]
    static let remark = ["remark", "Value note", "notes", "note"]

    /// The levels that ONS puts before the two digits of the year in a column's name.
    private static let levels: [(prefix: String, type: AreaType)] = [
        ("lsoa", .lsoa), ("msoa", .msoa), ("wd", .ward), ("ward", .ward), ("ltla", .district), ("lad", .district),
        ("utla", .county), ("ctyua", .county), ("cty", .county), ("icb", .icb), ("rgn", .region),
        ("region", .region), ("ctry", .country),
    ]

    /// A column of a level in ONS's way, such as `LAD24CD` or `ltla22_code`.
    struct LevelColumn: Hashable {
        /// The level of geography.
        var type: AreaType
        /// The year, as its two digits.
        var year: String
        /// Whether the column holds codes rather than names.
        var isCode: Bool
    }

    /// Reads a column's name in ONS's way; `nil` where it has another form.
    static func level(of name: String) -> LevelColumn? {
        let folded = name.lowercased().filter { $0 != "_" && $0 != " " }
        for (prefix, type) in levels where folded.hasPrefix(prefix) {
            let rest = folded.dropFirst(prefix.count)
            let year = String(rest.prefix { $0.isNumber })
            guard year.isEmpty || year.count == 2 else { continue }
            switch rest.dropFirst(year.count) {
            case "cd", "code": return LevelColumn(type: type, year: year, isCode: true)
            case "nm", "name": return LevelColumn(type: type, year: year, isCode: false)
            default: continue
            }
        }
        return nil
    }

    /// The column that holds codes of areas: one of the common names, or the first in ONS's way.
    static func code(in reader: CSVReader) -> CSVColumn? {
        reader.column(named: code) ?? levelColumn(in: reader, isCode: true)
    }

    /// The column that holds names of areas: one of the common names, or the first in ONS's way.
    static func name(in reader: CSVReader) -> CSVColumn? {
        reader.column(named: name) ?? levelColumn(in: reader, isCode: false)
    }

    private static func levelColumn(in reader: CSVReader, isCode: Bool) -> CSVColumn? {
        reader.header.enumerated().first { level(of: $1)?.isCode == isCode }
            .map { CSVColumn(index: $0, name: $1) }
    }
}
