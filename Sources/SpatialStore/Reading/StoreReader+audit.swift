import GRDB
public import GeographyModel

extension StoreReader {
    /// The last changes that were made over the service, the newest first.
    public func audit(limit: Int) throws -> [AuditEntry] {
        try rows(
            """
            SELECT changed_at, name, action, collection, feature_id, revision, request_id, state_before, state_after
            FROM audit JOIN access_token USING (token_key) ORDER BY audit_key DESC LIMIT ?
            """, [limit]
        ) { row in
            AuditEntry(
                instant: row[0], token: row[1], action: AuditEntry.Action(rawValue: row[2]) ?? .replace,
                collection: row[3], featureID: row[4], revision: row[5], requestID: row[6], before: row[7],
                after: row[8])
        }
    }

    /// The identifiers of features that were last heard of when they were deleted over the service.
    public func deletedFeatures(of collection: String) throws -> Set<String> {
        let identifiers = try rows(
            """
            SELECT feature_id FROM audit WHERE collection = ? AND action = 'delete' AND audit_key IN (
                SELECT max(audit_key) FROM audit GROUP BY collection, feature_id)
            """, [collection]
        ) { $0[0] as String }
        return Set(identifiers)
    }
}
