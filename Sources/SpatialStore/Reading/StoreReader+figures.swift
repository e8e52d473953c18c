import Foundation
import GRDB
public import GeographyModel

/// An edition with its indicator, its source, and how much of the map it covers.
public struct RecordedEdition: Hashable, Sendable {
    /// The edition.
    public var edition: Edition
    /// What it measures.
    public var indicator: Indicator
    /// Where it came from.
    public var source: DataSource
    /// How many areas of each type have a figure.
    public var figureCounts: [AreaType: Int]
}

/// A figure with the name of its area and what is needed to count people.
public struct RecordedEstimate: Hashable, Sendable {
    /// The figure.
    public var estimate: Estimate
    /// Its area.
    public var area: Area
    /// The people whom the percentage is of, from the edition's population base, where the area has that count.
    public var population: Double?
    /// The identifier of the source of this very figure.
    public var sourceID: String
}

extension StoreReader {
    /// All editions, or those of one indicator, in the order of their identifiers.
    public func editions(of indicatorID: String? = nil) throws -> [RecordedEdition] {
        let counts = try figureCounts()
        return try rows(
            """
            SELECT edition_key, edition_id, edition.title, edition.producer, edition.vintage, method, is_modelled,
                covariate_id, citation, indicator_id, indicator.title, indicator.unit, polarity, age_range, definition,
                cautions, source_id, source.title, publisher, licence, address, source.vintage, attribution, sha256,
                draw_count, seed, level_sd, residual_sd, benchmark, deprivation, seed_table_sha256, margins_sha256
            FROM edition
            JOIN indicator USING (indicator_key)
            JOIN source USING (source_key)
            LEFT JOIN covariate ON covariate_key = population_covariate_key
            LEFT JOIN edition_model USING (edition_key)
            WHERE ?1 IS NULL OR indicator_id = ?1
            ORDER BY indicator_key, edition_id
            """, [indicatorID]
        ) { row in
            RecordedEdition(
                edition: Edition(
                    id: row[1], indicatorID: row[9], title: row[2], producer: row[3], vintage: row[4], method: row[5],
                    isModelled: row[6], populationBase: row[7], citation: row[8],
                    model: Self.makeSettings(row, from: 24)),
                indicator: Self.makeIndicator(row, from: 9), source: Self.makeSource(row, from: 16),
                figureCounts: counts[row[0]] ?? [:])
        }
    }

    /// All indicators, in the order in which they were recorded.
    public func indicators() throws -> [Indicator] {
        try rows(
            """
            SELECT indicator_id, title, unit, polarity, age_range, definition, cautions FROM indicator
            ORDER BY indicator_key
            """
        ) { Self.makeIndicator($0, from: 0) }
    }

    /// All sources, in the order of their identifiers.
    public func sources() throws -> [DataSource] {
        try rows(
            """
            SELECT source_id, title, publisher, licence, address, vintage, attribution, sha256 FROM source
            ORDER BY source_id
            """
        ) { Self.makeSource($0, from: 0) }
    }

    /// The figures of an edition for all areas of a type, in the order of their codes.
    public func estimates(indicator: String, edition: String, of type: AreaType) throws -> [RecordedEstimate] {
        try rows(
            """
            \(Self.selectEstimate) WHERE indicator_id = ? AND edition_id = ? AND area_type = ? ORDER BY area_code
            """, [indicator, edition, type.rawValue], Self.makeEstimate)
    }

    /// The figure of an edition for one area.
    public func estimate(indicator: String, edition: String, for code: AreaCode) throws -> RecordedEstimate? {
        try rows(
            "\(Self.selectEstimate) WHERE indicator_id = ? AND edition_id = ? AND area_code = ?",
            [indicator, edition, code.rawValue], Self.makeEstimate
        ).first
    }

    /// The posterior draws of an edition for all areas of a type that have them: Float32, little-endian.
    public func draws(indicator: String, edition: String, of type: AreaType) throws -> [AreaCode: [UInt8]] {
        let pairs = try rows(
            """
            SELECT area_code, draws FROM estimate_draws
            JOIN edition USING (edition_key) JOIN indicator USING (indicator_key) JOIN area USING (area_key)
            WHERE indicator_id = ? AND edition_id = ? AND area_type = ?
            """, [indicator, edition, type.rawValue]
        ) { (AreaCode($0[0]), try $0.withUnsafeData(atIndex: 1) { Array($0 ?? Data()) }) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// What characteristics are recorded.
    public func covariates() throws -> [Covariate] {
        try rows("SELECT covariate_id, title, unit FROM covariate ORDER BY covariate_key") {
            Covariate(id: $0[0], title: $0[1], unit: $0[2])
        }
    }

    /// The values of one characteristic for all areas that have it.
    public func covariateValues(of covariateID: String) throws -> [AreaCode: Double] {
        let pairs = try rows(
            """
            SELECT area_code, value FROM covariate_value
            JOIN covariate USING (covariate_key) JOIN area USING (area_key) WHERE covariate_id = ?
            """, [covariateID]
        ) { (AreaCode($0[0]), $0[1] as Double) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    private func figureCounts() throws -> [Int64: [AreaType: Int]] {
        var counts: [Int64: [AreaType: Int]] = [:]
        let all = try rows(
            """
            SELECT edition_key, area_type, count(value) FROM estimate JOIN area USING (area_key)
            GROUP BY edition_key, area_type
            """
        ) { ($0[0] as Int64, AreaType(rawValue: $0[1]), $0[2] as Int) }
        for (edition, type, count) in all { counts[edition, default: [:]][type] = count }
        return counts
    }

    private static let selectEstimate = """
        SELECT area_code, area_name, area_type, area.vintage, estimate.value, lower_ci, upper_ci, count, denominator,
            status, remark, population.value, source_id
        FROM estimate
        JOIN edition USING (edition_key)
        JOIN indicator USING (indicator_key)
        JOIN area USING (area_key)
        JOIN source ON source.source_key = estimate.source_key
        LEFT JOIN covariate_value AS population
            ON population.covariate_key = population_covariate_key AND population.area_key = estimate.area_key
        """

    private static func makeEstimate(_ row: Row) -> RecordedEstimate {
        let area = makeArea(row)
        return RecordedEstimate(
            estimate: Estimate(
                area: area.code, value: row[4], lower: row[5], upper: row[6], count: row[7], denominator: row[8],
                status: Estimate.Status(rawValue: row[9]) ?? .published, remark: row[10]),
            area: area, population: row[11], sourceID: row[12])
    }

    private static func makeSettings(_ row: Row, from start: Int) -> ModelSettings? {
        guard let drawCount: Int = row[start], let seed = UInt64(row[start + 1] as String) else { return nil }
        return ModelSettings(
            drawCount: drawCount, seed: seed, levelSD: row[start + 2], residualSD: row[start + 3],
            benchmark: row[start + 4], deprivation: row[start + 5], seedTable: row[start + 6], margins: row[start + 7])
    }

    private static func makeIndicator(_ row: Row, from start: Int) -> Indicator {
        Indicator(
            id: row[start], title: row[start + 1], unit: row[start + 2],
            polarity: Polarity(rawValue: row[start + 3]) ?? .lowIsGood, ageRange: row[start + 4],
            definition: row[start + 5], cautions: row[start + 6])
    }

    private static func makeSource(_ row: Row, from start: Int) -> DataSource {
        DataSource(
            id: row[start], title: row[start + 1], publisher: row[start + 2], licence: row[start + 3],
            address: row[start + 4], vintage: row[start + 5], attribution: row[start + 6], sha256: row[start + 7])
    }
}
