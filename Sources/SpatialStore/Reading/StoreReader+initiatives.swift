import GRDB
public import GeographyModel

extension StoreReader {
    /// All initiatives with their areas, in the order of their identifiers.
    public func initiatives() throws -> [Initiative] {
        var areas: [String: [AreaCode]] = [:]
        let links = try rows(
            """
            SELECT initiative_id, area_code FROM initiative_area
            JOIN initiative USING (initiative_key) JOIN area USING (area_key) ORDER BY initiative_id, area_code
            """
        ) { ($0[0] as String, AreaCode($0[1])) }
        for (initiative, code) in links { areas[initiative, default: []].append(code) }
        return try rows("\(Self.selectInitiative) ORDER BY initiative_id") { row in
            Self.makeInitiative(row, areas: areas[row[0]] ?? [])
        }
    }

    /// The initiative with this identifier.
    public func initiative(_ id: String) throws -> RecordedInitiative? {
        let areas = try rows(
            """
            SELECT area_code FROM initiative_area
            JOIN initiative USING (initiative_key) JOIN area USING (area_key) WHERE initiative_id = ? ORDER BY area_code
            """, [id]
        ) { AreaCode($0[0]) }
        return try rows("\(Self.selectInitiative) WHERE initiative_id = ?", [id]) { row in
            RecordedInitiative(initiative: Self.makeInitiative(row, areas: areas), sourceID: row[14])
        }.first
    }

    private static let selectInitiative = """
        SELECT initiative_id, name, programme, organisation, place, place_level, coverage, longitude, latitude,
            start_text, end_text, summary, source_address, remark, source_id
        FROM initiative JOIN source USING (source_key)
        """

    private static func makeInitiative(_ row: Row, areas: [AreaCode]) -> Initiative {
        let longitude: Double? = row[7]
        let latitude: Double? = row[8]
        let point = longitude.flatMap { east in latitude.map { Position(longitude: east, latitude: $0) } }
        return Initiative(
            id: row[0], name: row[1], programme: row[2], organisation: row[3], place: row[4], placeLevel: row[5],
            coverage: Initiative.Coverage(rawValue: row[6]) ?? .unknown, areas: areas, point: point,
            start: (row[9] as String?).flatMap { PartialDate($0) },
            end: (row[10] as String?).flatMap { PartialDate($0) }, summary: row[11], sourceAddress: row[12],
            remark: row[13])
    }

    /// The identifier of the source of each initiative, by the initiative's identifier.
    public func initiativeSources() throws -> [String: String] {
        let pairs = try rows("SELECT initiative_id, source_id FROM initiative JOIN source USING (source_key)") {
            ($0[0] as String, $0[1] as String)
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// How many initiatives there are.
    public func initiativeCount() throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM initiative") ?? 0
    }
}

/// An initiative with where it comes from.
public struct RecordedInitiative: Hashable, Sendable {
    /// The initiative.
    public var initiative: Initiative
    /// The identifier of its source.
    public var sourceID: String

    /// Joins the two.
    public init(initiative: Initiative, sourceID: String) {
        self.initiative = initiative
        self.sourceID = sourceID
    }
}
