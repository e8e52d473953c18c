import GRDB

/// What was taken out of a store.
public struct Removal: Hashable, Sendable {
    /// Figures.
    public var figures = 0
    /// Editions that had no figures left.
    public var editions = 0
    /// Initiatives.
    public var initiatives = 0
    /// Links between areas, of today or over the years.
    public var links = 0
    /// Areas, with everything that was known of them.
    public var areas = 0
    /// Boundaries of areas that stay.
    public var boundaries = 0

    /// Nothing yet.
    public init() {}

    /// Whether nothing was there to take out.
    public var isEmpty: Bool { self == Removal() }
}

extension StoreWriter {
    /// Takes out one edition of an indicator with all its figures and draws.
    public func removeEdition(_ editionID: String, of indicatorID: String) throws -> Removal {
        let key = try Int64.fetchOne(
            db,
            sql: """
                SELECT edition_key FROM edition JOIN indicator USING (indicator_key)
                WHERE edition_id = ? AND indicator_id = ?
                """, arguments: [editionID, indicatorID])
        guard let key else { return Removal() }
        var removal = Removal()
        removal.figures = try delete("estimate WHERE edition_key = ?", key)
        removal.editions = try delete("edition WHERE edition_key = ?", key)
        try removeEmptyIndicators()
        try forgetUnusedFiles()
        return removal
    }

    /// Takes out everything that came from a source. Areas that came from another keep all but the boundary that this
    /// one gave them.
    ///
    /// - Returns: What was taken out; `nil` where there is no such source.
    public func removeSource(_ sourceID: String) throws -> Removal? {
        let key = try Int64.fetchOne(
            db, sql: "SELECT source_key FROM source WHERE source_id = ?", arguments: [sourceID])
        guard let key else { return nil }
        var removal = Removal()
        removal.figures = try delete("estimate WHERE source_key = ?", key)
        removal.initiatives = try delete("initiative WHERE source_key = ?", key)
        removal.links = try delete("area_membership WHERE source_key = ?", key)
        removal.links += try delete("area_succession WHERE source_key = ?", key)
        _ = try delete("covariate_value WHERE source_key = ?", key)
        _ = try delete("area_similar WHERE source_key = ?", key)
        _ = try delete("area_population_centroid WHERE source_key = ?", key)
        try withDeferredSpatialIndex {
            // An area that has figures of another source stays, and leads to that one.
            try run(
                """
                UPDATE area SET source_key =
                    (SELECT min(source_key) FROM estimate WHERE estimate.area_key = area.area_key)
                WHERE source_key = ? AND area_key IN (SELECT area_key FROM estimate)
                """, [key])
            removal.areas = try delete("area WHERE source_key = ?", key)
            _ = try delete(
                "area_generalised WHERE area_key IN (SELECT area_key FROM area WHERE boundary_source_key = ?)", key)
            try run(
                """
                UPDATE area SET geometry = NULL, longitude = NULL, latitude = NULL, boundary_source_key = NULL
                WHERE boundary_source_key = ?
                """, [key])
            removal.boundaries = db.changesCount
        }
        areaKeys.removeAll()
        removal.editions = try delete(
            "edition WHERE source_key = ? AND edition_key NOT IN (SELECT edition_key FROM estimate)", key)
        // An edition that other files added to now leads to one of those.
        try run(
            """
            UPDATE edition SET source_key =
                (SELECT min(source_key) FROM estimate WHERE estimate.edition_key = edition.edition_key)
            WHERE source_key = ?
            """, [key])
        try removeEmptyIndicators()
        _ = try delete("source WHERE source_key = ?", key)
        return removal
    }

    private func delete(_ condition: String, _ key: Int64) throws -> Int {
        try run("DELETE FROM \(condition)", [key])
        return db.changesCount
    }

    /// Indicators are made with their first edition and go with their last.
    private func removeEmptyIndicators() throws {
        try run("DELETE FROM indicator WHERE indicator_key NOT IN (SELECT indicator_key FROM edition)", [])
    }
}
