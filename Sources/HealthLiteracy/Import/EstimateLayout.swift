import GeographyModel
import SourceReaders

/// Which columns of a file of figures hold what.
struct EstimateLayout {
    /// A column of values, with the indicator that its header or the user says it holds.
    struct ValueColumn {
        var column: CSVColumn
        var indicator: String?
    }

    let code: CSVColumn?
    let name: CSVColumn?
    let values: [ValueColumn]
    let lower: CSVColumn?
    let upper: CSVColumn?
    let count: CSVColumn?
    let denominator: CSVColumn?
    let remark: CSVColumn?
    let indicator: CSVColumn?
    let edition: CSVColumn?
    let period: CSVColumn?
    /// The edition of rows that name none.
    let fixedEdition: String?
    private let sex: CSVColumn?
    private let category: CSVColumn?

    /// Finds the columns.
    ///
    /// - Throws: ``GeodataError`` `inputMalformed` where areas or values have no column; `invalidRequest` where the
    ///   indicator or the edition is neither in the file nor given.
    init(_ reader: CSVReader, query: EstimatesImportQuery) throws {
        code = try Self.named(query.codeColumn, in: reader) ?? ColumnNames.code(in: reader)
        name = try Self.named(query.nameColumn, in: reader) ?? ColumnNames.name(in: reader)
        lower = reader.column(named: ColumnNames.lower)
        upper = reader.column(named: ColumnNames.upper)
        count = reader.column(named: ColumnNames.count)
        denominator = reader.column(named: ColumnNames.denominator)
        remark = reader.column(named: ColumnNames.remark)
        indicator = reader.column(named: ["indicator_id", "Indicator ID", "indicator"])
        edition = reader.column(named: ["edition_id", "edition"])
        period = reader.column(named: ["time_period", "Time period", "period"])
        sex = reader.column(named: ["sex"])
        category = reader.column(named: ["category"])
        fixedEdition = query.edition
        guard code != nil || name != nil else {
            throw GeodataError(
                .inputMalformed, "\(reader.file) has no column of area codes or names.",
                remedy:
                    "Say which one it is with --code-column or --name-column. It has: \(reader.header.joined(separator: ", "))."
            )
        }
        values = try Self.values(reader, query: query, hasIndicator: indicator != nil)
        guard edition != nil || fixedEdition != nil else {
            throw GeodataError(
                .invalidRequest, "\(reader.file) does not say which edition its figures belong to.",
                remedy: "Give one with --edition ID; it is made if it is new.")
        }
    }

    /// The text of a column that may be absent or blank.
    func text(_ column: CSVColumn?, _ row: CSVRow) -> String? {
        guard let column, !row.isBlank(column.index) else { return nil }
        return row[column].trimmingWhitespace()
    }

    /// Whether the row is of one sex only.
    func isOneSex(_ row: CSVRow) -> Bool {
        text(sex, row).map { !["persons", "person", "all", "both"].contains($0.lowercased()) } ?? false
    }

    /// Whether the row is of a category within an area, such as a deprivation decile.
    func isCategory(_ row: CSVRow) -> Bool { text(category, row) != nil }

    private static func named(_ wanted: String?, in reader: CSVReader) throws -> CSVColumn? {
        try wanted.map { try column($0, in: reader) }
    }

    /// A column that the user names.
    private static func column(_ wanted: String, in reader: CSVReader) throws -> CSVColumn {
        if let column = reader.column(named: [wanted]) { return column }
        throw GeodataError(
            .invalidRequest, "\(reader.file) has no column \"\(wanted)\".",
            remedy: "It has: \(reader.header.joined(separator: ", ")).")
    }

    private static func values(
        _ reader: CSVReader, query: EstimatesImportQuery, hasIndicator: Bool
    ) throws -> [ValueColumn] {
        if !query.valueColumns.isEmpty {
            return try query.valueColumns.map { wanted in
                ValueColumn(column: try column(wanted.column, in: reader), indicator: wanted.indicator)
            }
        }
        if let column = reader.column(named: ColumnNames.value) {
            guard hasIndicator || query.indicator != nil else {
                throw GeodataError(
                    .invalidRequest, "\(reader.file) does not say which indicator its values are of.",
                    remedy: "Give one with --indicator, such as low-health-literacy.")
            }
            // What the user says comes before what the file calls the indicator.
            return [ValueColumn(column: column, indicator: query.indicator)]
        }
        let told = reader.header.enumerated().compactMap { index, name in
            indicator(toldBy: name).map { ValueColumn(column: CSVColumn(index: index, name: name), indicator: $0) }
        }
        if told.isEmpty {
            throw GeodataError(
                .inputMalformed, "\(reader.file) has no column of values.",
                remedy:
                    "Say which one it is with --value-column \"NAME=INDICATOR\". It has: \(reader.header.joined(separator: ", "))."
            )
        }
        return told
    }

    /// The indicator that a column's name tells, such as `low_health_literacy_and_numeracy`.
    private static func indicator(toldBy name: String) -> String? {
        let key = AreaName.key(name)
        if ["lower ci", "upper ci", "lci", "uci", "rank", "population", "count"].contains(where: { key.contains($0) }) {
            return nil
        }
        if key.contains("numeracy") { return "low-health-literacy-numeracy" }
        return key.contains("literacy") ? "low-health-literacy" : nil
    }
}
