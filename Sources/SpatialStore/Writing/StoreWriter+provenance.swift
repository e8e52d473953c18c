import GRDB
public import GeographyModel

extension StoreWriter {
    /// Records a source, or brings the record with the same identifier up to date.
    @discardableResult
    public func put(_ source: DataSource) throws -> SourceKey {
        let key = try key(
            """
            INSERT INTO source (source_id, title, publisher, licence, address, vintage, attribution, sha256, imported_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (source_id) DO UPDATE SET title = excluded.title, publisher = excluded.publisher,
                licence = excluded.licence, address = excluded.address, vintage = excluded.vintage,
                attribution = excluded.attribution, sha256 = excluded.sha256, imported_at = excluded.imported_at
            RETURNING source_key
            """,
            [
                source.id, source.title, source.publisher, source.licence, source.address, source.vintage,
                source.attribution, source.sha256, instant,
            ])
        return SourceKey(rawValue: key)
    }

    /// Takes out the memberships, successions, characteristics, figures and initiatives that came from a source, before its new version is
    /// written. Areas stay, because others may refer to them.
    public func clearRows(from source: SourceKey) throws {
        for table in ["area_membership", "area_succession", "covariate_value", "estimate", "initiative"] {
            try run("DELETE FROM \(table) WHERE source_key = ?", [source.rawValue])
        }
    }
}
