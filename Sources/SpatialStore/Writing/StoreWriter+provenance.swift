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

    /// Records a file that a user brought. A file of the same name with other contents is a source of its own as long
    /// as anything in the store came from it, so that every row keeps leading to the very file that it came from.
    public func put(file source: DataSource) throws -> SourceKey {
        let statement = try db.cachedStatement(sql: "SELECT sha256 FROM source WHERE source_id = ?")
        guard let recorded = try String.fetchOne(statement, arguments: [source.id]), recorded != source.sha256 else {
            return try put(source)
        }
        var other = source
        other.id += "@\((source.sha256 ?? "").prefix(8))"
        return try put(other)
    }

    /// Forgets sources of imported files, and of the service, from which nothing in the store comes any more.
    public func forgetUnusedFiles() throws {
        let users = [
            ("initiative", "source_key"), ("area", "source_key"), ("area", "boundary_source_key"),
            ("area_membership", "source_key"), ("area_succession", "source_key"), ("covariate_value", "source_key"),
            ("edition", "source_key"), ("estimate", "source_key"), ("model_term", "source_key"),
        ]
        let unused = users.map { table, column in
            "NOT EXISTS (SELECT 1 FROM \(table) WHERE \(table).\(column) = source.source_key)"
        }
        try run(
            """
            DELETE FROM source
            WHERE (source_id LIKE 'file/%' OR source_id LIKE 'service/%') AND \(unused.joined(separator: " AND "))
            """, [])
    }

    /// Takes out the memberships, successions, characteristics, figures and initiatives that came from a source, before its new version is
    /// written. Areas stay, because others may refer to them.
    public func clearRows(from source: SourceKey) throws {
        for table in [
            "area_membership", "area_succession", "area_similar", "area_population_centroid", "covariate_value",
            "estimate", "initiative",
        ] {
            try run("DELETE FROM \(table) WHERE source_key = ?", [source.rawValue])
        }
    }
}
