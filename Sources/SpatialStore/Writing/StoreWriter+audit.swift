import GRDB
public import GeographyModel

extension StoreWriter {
    /// The revision that this transaction ends with.
    public func nextRevision() throws -> Int {
        let last = try Int.fetchOne(db, sql: "SELECT max(seq) FROM sqlite_sequence WHERE name = 'store_revision'")
        return (last ?? 0) + 1
    }

    /// Records who changed what in this transaction. The entry can never be changed again.
    ///
    /// - Throws: ``GeodataError`` `internal` for a token that was never given out.
    public func record(_ entry: AuditEntry) throws {
        try run(
            """
            INSERT INTO audit (changed_at, token_key, action, collection, feature_id, revision, request_id,
                state_before, state_after)
            VALUES (?, (SELECT token_key FROM access_token WHERE name = ?), ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                entry.instant, entry.token, entry.action.rawValue, entry.collection, entry.featureID, entry.revision,
                entry.requestID, entry.before, entry.after,
            ])
    }
}
