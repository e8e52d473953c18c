import GRDB
public import GeographyModel

extension StoreWriter {
    /// Records an initiative and its areas, all of which stand in the store.
    public func put(_ initiative: Initiative, from source: SourceKey) throws {
        let key = try key(
            """
            INSERT INTO initiative (initiative_id, name, programme, organisation, place, place_level, coverage,
                longitude, latitude, start_text, start_earliest, start_latest, end_text, end_earliest, end_latest, summary,
                source_address, remark, source_key)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (initiative_id) DO UPDATE SET name = excluded.name, programme = excluded.programme,
                organisation = excluded.organisation, place = excluded.place, place_level = excluded.place_level,
                coverage = excluded.coverage, longitude = excluded.longitude, latitude = excluded.latitude,
                start_text = excluded.start_text, start_earliest = excluded.start_earliest,
                start_latest = excluded.start_latest, end_earliest = excluded.end_earliest,
                end_text = excluded.end_text, end_latest = excluded.end_latest, summary = excluded.summary,
                source_address = excluded.source_address, remark = excluded.remark, source_key = excluded.source_key
            RETURNING initiative_key
            """,
            [
                initiative.id, initiative.name, initiative.programme, initiative.organisation, initiative.place,
                initiative.placeLevel, initiative.coverage.rawValue, initiative.point?.longitude,
                initiative.point?.latitude, initiative.start?.text, initiative.start?.earliest.description,
                initiative.start?.latest?.description, initiative.end?.text, initiative.end?.earliest.description,
                initiative.end?.latest?.description, initiative.summary,
                initiative.sourceAddress, initiative.remark, source.rawValue,
            ])
        try run("DELETE FROM initiative_area WHERE initiative_key = ?", [key])
        for code in initiative.areas {
            try run(
                "INSERT OR IGNORE INTO initiative_area (initiative_key, area_key) VALUES (?, ?)",
                [key, try self.key(of: code)])
        }
    }

    /// Takes out an initiative with its areas.
    public func removeInitiative(_ id: String) throws {
        try run("DELETE FROM initiative WHERE initiative_id = ?", [id])
    }
}
