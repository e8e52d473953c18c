import Foundation
import GRDB
public import GeographyModel

/// What can be changed of the tokens within one transaction.
///
/// It reaches nothing that answers depend on, which is why such a change makes no new revision of the store.
public struct AccessWriter {
    let db: Database

    /// All tokens, as this transaction has made them so far.
    public func tokens() throws -> [AccessToken] { try StoreReader(db: db).accessTokens() }

    /// Remembers a token.
    ///
    /// - Parameters:
    ///   - token: What is known of it.
    ///   - sha256: The SHA-256 of its text, 32 bytes.
    public func add(_ token: AccessToken, sha256: [UInt8]) throws {
        try db.execute(
            sql: """
                INSERT INTO access_token (name, sha256, ending, created_at, expires_on) VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [token.name, Data(sha256), token.ending, token.createdAt, token.expiresOn?.description])
    }

    /// Takes a token back, unless that has been done before.
    public func revoke(_ name: String, at instant: String) throws {
        try db.execute(
            sql: "UPDATE access_token SET revoked_at = ? WHERE name = ? AND revoked_at IS NULL",
            arguments: [instant, name])
    }
}

extension SpatialStore {
    /// Changes the tokens in one transaction that makes no new revision: answers stay as they are, and so does every
    /// copy of them that clients and caches hold.
    ///
    /// - Throws: What `body` throws, which undoes all; database errors as ``GeodataError``.
    public func changeAccess<Value: Sendable>(
        _ body: @escaping @Sendable (AccessWriter) throws -> Value
    ) async throws -> Value {
        try await StoreFailure.explained(path) {
            try await Patience.wait {
                try await pool.write { db in try body(AccessWriter(db: db)) }
            }
        }
    }
}
