import GRDB
public import GeographyModel

extension StoreWriter {
    /// Records an area under its code, with every way to write its name.
    ///
    /// - Parameters:
    ///   - area: The area.
    ///   - aliases: Further names and codes that people use for it, such as a board's NHS code.
    ///   - source: Where code and name come from.
    public func put(_ area: Area, aliases: [String] = [], from source: SourceKey) throws {
        let key = try key(
            """
            INSERT INTO area (area_code, area_name, area_type, vintage, source_key) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (area_code) DO UPDATE SET area_name = excluded.area_name, area_type = excluded.area_type,
                vintage = excluded.vintage, source_key = excluded.source_key
            RETURNING area_key
            """,
            [area.code.rawValue, area.name, area.type.rawValue, area.vintage, source.rawValue])
        areaKeys[area.code] = key
        try run("DELETE FROM area_alias WHERE area_key = ?", [key])
        try putNames(of: area, key: key, aliases: aliases)
    }

    /// Records an area together with its boundary, CRS84, in one step: for boundaries by the thousand.
    ///
    /// An area that is recorded keeps its name where the new one is only its code, and its vintage where the new one is
    /// ``Area/unstatedVintage``; one of the embedded data set keeps both.
    ///
    /// Wrap the calls in ``withDeferredSpatialIndex(_:)``.
    public func put(_ area: Area, boundary: StoredBoundary, from source: SourceKey) throws {
        let key = try key(
            """
            INSERT INTO area (area_code, area_name, area_type, vintage, longitude, latitude, source_key,
                boundary_source_key, geometry)
            VALUES (?, ?, ?, ?, ?, ?, ?7, ?7, ?)
            ON CONFLICT (area_code) DO UPDATE SET
                area_name = iif(excluded.area_name = excluded.area_code OR \(Self.isEmbedded), area.area_name,
                    excluded.area_name),
                vintage = iif(excluded.vintage = '\(Area.unstatedVintage)' OR \(Self.isEmbedded), area.vintage,
                    excluded.vintage),
                area_type = excluded.area_type, longitude = excluded.longitude, latitude = excluded.latitude,
                boundary_source_key = excluded.boundary_source_key, geometry = excluded.geometry,
                source_key = iif(\(Self.isEmbedded), area.source_key, excluded.source_key)
            RETURNING area_key
            """,
            [
                area.code.rawValue, area.name, area.type.rawValue, area.vintage, boundary.centroid?.longitude,
                boundary.centroid?.latitude, source.rawValue, boundary.blob,
            ])
        areaKeys[area.code] = key
        if area.name != area.code.rawValue { try putNames(of: area, key: key, aliases: []) }
    }

    private static let isEmbedded =
        "(SELECT source_id LIKE 'geodata/%' FROM source WHERE source.source_key = area.source_key)"

    private func putNames(of area: Area, key: Int64, aliases: [String]) throws {
        for alias in AreaName.keys(for: area.name, type: area.type) + aliases.map(AreaName.key) {
            try run("INSERT OR IGNORE INTO area_alias (name_key, area_key) VALUES (?, ?)", [alias, key])
        }
    }

    /// Gives an area its boundary, CRS84, and the centroid that follows from it.
    ///
    /// Within a bulk change wrap the calls in ``withDeferredSpatialIndex(_:)``.
    public func setBoundary(_ boundary: StoredBoundary, of code: AreaCode, from source: SourceKey) throws {
        try run(
            """
            UPDATE area SET geometry = ?, longitude = ?, latitude = ?, boundary_source_key = ? WHERE area_key = ?
            """,
            [
                boundary.blob, boundary.centroid?.longitude, boundary.centroid?.latitude, source.rawValue,
                try key(of: code),
            ])
    }

    /// Gives an area its generalised boundary.
    public func setGeneralised(_ boundary: StoredGeneralisation, of code: AreaCode) throws {
        let box = boundary.box
        try run(
            """
            INSERT OR REPLACE INTO area_generalised (area_key, tolerance_metres, west, south, east, north, geojson)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                try key(of: code), boundary.tolerance, box.west, box.south, box.east, box.north, boundary.geojson,
            ])
    }

    /// Gives an area its place in a hexagon cartogram (column and row, odd rows shoved right).
    public func setHexagon(column: Int, row: Int, of code: AreaCode) throws {
        try run("UPDATE area SET hex_q = ?, hex_r = ? WHERE area_key = ?", [column, row, try key(of: code)])
    }

    /// Records that one area lies in another.
    public func put(_ membership: AreaMembership, from source: SourceKey) throws {
        try run(
            """
            INSERT OR REPLACE INTO area_membership (child_key, parent_key, share, is_best_fit, source_key)
            VALUES (?, ?, ?, ?, ?)
            """,
            [
                try key(of: membership.child), try key(of: membership.parent), membership.share,
                membership.isBestFit, source.rawValue,
            ])
    }

    /// Records what became of a code; what is known of the same change and not told anew stays.
    ///
    /// - Parameters:
    ///   - succession: The change.
    ///   - population: Residents of the old area aged 16 to 64, to weigh the parts of a merger; `nil` where unknown.
    ///   - source: Where it is recorded.
    public func put(_ succession: AreaSuccession, population: Int?, from source: SourceKey) throws {
        try run(
            """
            INSERT INTO area_succession
                (old_code, old_name, name_key, new_key, kind, weight, first_year, last_year, pop_16_64, source_key)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (old_code, new_key) DO UPDATE SET old_name = excluded.old_name, name_key = excluded.name_key,
                kind = excluded.kind, weight = excluded.weight,
                first_year = coalesce(excluded.first_year, first_year),
                last_year = coalesce(excluded.last_year, last_year),
                pop_16_64 = coalesce(excluded.pop_16_64, pop_16_64), source_key = excluded.source_key
            """,
            [
                succession.oldCode.rawValue, succession.oldName, AreaName.key(succession.oldName),
                try key(of: succession.newCode), succession.kind.rawValue, succession.weight, succession.firstYear,
                succession.lastYear, population, source.rawValue,
            ])
    }

    /// Writes many boundaries without SpatiaLite's work on every row, and builds the spatial index once at the end.
    ///
    /// SpatiaLite's triggers check each geometry's type, which is ours here, and note the time in a table of theirs.
    /// They go for the time of `body`; `CreateSpatialIndex` makes them anew.
    public func withDeferredSpatialIndex<Value>(_ body: () throws -> Value) throws -> Value {
        _ = try Int.fetchOne(db, sql: "SELECT DisableSpatialIndex('area', 'geometry')")
        try db.execute(sql: "DROP TABLE IF EXISTS idx_area_geometry")
        for trigger in ["ggi", "ggu", "tmi", "tmu", "tmd"] {
            try db.execute(sql: "DROP TRIGGER IF EXISTS \(trigger)_area_geometry")
        }
        let value = try body()
        guard try Int.fetchOne(db, sql: "SELECT CreateSpatialIndex('area', 'geometry')") == 1 else {
            throw GeodataError(.internal, "The spatial index could not be built.")
        }
        return value
    }

    /// The key of the area with this code.
    ///
    /// - Throws: ``GeodataError`` `areaNotFound`.
    func key(of code: AreaCode) throws -> Int64 {
        if let key = areaKeys[code] { return key }
        let statement = try db.cachedStatement(sql: "SELECT area_key FROM area WHERE area_code = ?")
        guard let key = try Int64.fetchOne(statement, arguments: [code.rawValue]) else {
            throw GeodataError(.areaNotFound, "No area has the code \(code).")
        }
        areaKeys[code] = key
        return key
    }
}
