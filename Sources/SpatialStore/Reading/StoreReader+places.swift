import GRDB
public import GeographyModel

extension StoreReader {
    /// The area with this code.
    public func area(_ code: AreaCode) throws -> Area? {
        try rows("\(Self.selectArea) WHERE area_code = ?", [code.rawValue], Self.makeArea).first
    }

    /// The areas that bear this folded name (``AreaName/key(_:)``), the widest and then the lowest code first.
    public func areas(named key: String) throws -> [Area] {
        try rows(
            "\(Self.selectArea) JOIN area_alias USING (area_key) WHERE name_key = ? ORDER BY area_code", [key],
            Self.makeArea)
    }

    /// All areas of a type, in the order of their codes.
    public func areas(of type: AreaType) throws -> [Area] {
        try rows("\(Self.selectArea) WHERE area_type = ? ORDER BY area_code", [type.rawValue], Self.makeArea)
    }

    /// The identifier of the source of each boundary, by the area's code.
    public func boundarySources() throws -> [AreaCode: String] {
        let pairs = try rows(
            "SELECT area_code, source_id FROM area JOIN source ON source.source_key = boundary_source_key"
        ) { (AreaCode($0[0]), $0[1] as String) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// The identifiers of the sources of the boundaries of all areas of a type, each once.
    public func boundarySources(of type: AreaType) throws -> [String] {
        try rows(
            """
            SELECT DISTINCT source_id FROM area JOIN source ON source.source_key = boundary_source_key
            WHERE area_type = ? ORDER BY source_id
            """, [type.rawValue]
        ) { $0[0] as String }
    }

    /// How many areas of a type there are.
    public func areaCount(of type: AreaType) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM area WHERE area_type = ?", arguments: [type.rawValue]) ?? 0
    }

    /// The types of area in the store with how many there are of each, and how many of those have a boundary.
    public func areaCounts() throws -> [(type: AreaType, count: Int, withBoundary: Int)] {
        try rows(
            "SELECT area_type, count(*), count(longitude) FROM area GROUP BY area_type ORDER BY count(*), area_type"
        ) { (AreaType(rawValue: $0[0]), $0[1], $0[2]) }
    }

    /// What became of the area that bore this code.
    public func successions(ofCode code: AreaCode) throws -> [RecordedSuccession] {
        try rows("\(Self.selectSuccession) WHERE old_code = ? ORDER BY area_code", [code.rawValue], Self.makeSuccession)
    }

    /// What became of the areas that bore this folded name.
    public func successions(ofName key: String) throws -> [RecordedSuccession] {
        try rows("\(Self.selectSuccession) WHERE name_key = ? ORDER BY old_code", [key], Self.makeSuccession)
    }

    /// The old areas that an area was made from.
    public func successions(into code: AreaCode) throws -> [RecordedSuccession] {
        try rows("\(Self.selectSuccession) WHERE area_code = ? ORDER BY old_code", [code.rawValue], Self.makeSuccession)
    }

    /// All folded names with the name that they belong to, of present areas and of old ones, for suggestions.
    ///
    /// - Parameter types: Which levels to draw names from; small areas have too many names to guess among.
    public func names(of types: [AreaType]) throws -> [(key: String, name: String)] {
        var all: [(key: String, name: String)] = []
        for type in types {
            all += try rows(
                "SELECT name_key, area_name FROM area_alias JOIN area USING (area_key) WHERE area_type = ?",
                [type.rawValue]
            ) { ($0[0], $0[1]) }
        }
        return try all + rows("SELECT name_key, old_name FROM area_succession") { ($0[0], $0[1]) }
    }

    /// The memberships of all areas of a type in wider areas, with the wider areas' names.
    public func memberships(of type: AreaType) throws -> [RecordedMembership] {
        try rows(
            "\(Self.selectMembership) WHERE child.area_type = ? ORDER BY child.area_code, parent.area_code",
            [type.rawValue], Self.makeMembership)
    }

    /// The memberships of one area in wider areas.
    public func memberships(ofArea code: AreaCode) throws -> [RecordedMembership] {
        try rows(
            "\(Self.selectMembership) WHERE child.area_code = ? ORDER BY parent.area_code", [code.rawValue],
            Self.makeMembership)
    }

    /// The memberships of smaller areas in one area.
    public func memberships(inArea code: AreaCode) throws -> [RecordedMembership] {
        try rows(
            "\(Self.selectMembership) WHERE parent.area_code = ? ORDER BY child.area_code", [code.rawValue],
            Self.makeMembership)
    }

    static let selectArea = "SELECT area_code, area_name, area_type, vintage FROM area"

    static func makeArea(_ row: Row) -> Area {
        Area(code: AreaCode(row[0]), name: row[1], type: AreaType(rawValue: row[2]), vintage: row[3])
    }

    private static let selectSuccession = """
        SELECT old_code, old_name, kind, weight, last_year, pop_16_64, area_code, area_name, area_type,
            area.vintage, first_year
        FROM area_succession JOIN area ON area_key = new_key
        """

    private static func makeSuccession(_ row: Row) -> RecordedSuccession {
        let successor = Area(
            code: AreaCode(row[6]), name: row[7], type: AreaType(rawValue: row[8]), vintage: row[9])
        return RecordedSuccession(
            succession: AreaSuccession(
                oldCode: AreaCode(row[0]), oldName: row[1], newCode: successor.code,
                kind: AreaSuccession.Kind(rawValue: row[2]) ?? .split, weight: row[3], firstYear: row[10],
                lastYear: row[4]),
            population: row[5], successor: successor)
    }

    private static let selectMembership = """
        SELECT child.area_code, share, is_best_fit, parent.area_code, parent.area_name, parent.area_type, parent.vintage
        FROM area_membership
        JOIN area AS child ON child.area_key = child_key
        JOIN area AS parent ON parent.area_key = parent_key
        """

    private static func makeMembership(_ row: Row) -> RecordedMembership {
        RecordedMembership(
            child: AreaCode(row[0]), share: row[1], isBestFit: row[2],
            parent: Area(code: AreaCode(row[3]), name: row[4], type: AreaType(rawValue: row[5]), vintage: row[6]))
    }
}

/// A succession with the area that it leads to.
public struct RecordedSuccession: Hashable, Sendable {
    /// What became of the old code.
    public var succession: AreaSuccession
    /// Residents of the old area aged 16 to 64, where known.
    public var population: Int?
    /// The area that is held.
    public var successor: Area
}

/// A membership with the wider area.
public struct RecordedMembership: Hashable, Sendable {
    /// The area that lies inside.
    public var child: AreaCode
    /// How much of it lies in the parent, as a proportion 0…1 of its LSOAs.
    public var share: Double
    /// Whether a best-fit lookup gives this parent.
    public var isBestFit: Bool
    /// The wider area.
    public var parent: Area
}
