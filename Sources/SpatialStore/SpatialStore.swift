import Foundation
import GRDB
import GeographyModel

/// A store of areas, figures and initiatives in one SpatiaLite file.
///
/// Reads see one consistent state, also while another process writes (WAL). Every write is one transaction that ends
/// with a new ``StoreReader/revision()``, so that a kill at any moment leaves the old state whole.
///
/// ```swift
/// let store = try SpatialStore.open(at: "england.sqlite", access: .readOnly)
/// let districts = try await store.read { try $0.areaCount(of: .district) }
/// ```
public struct SpatialStore: Sendable {
    /// What may be done with an open store.
    public enum Access: Sendable {
        /// Nothing that this process does can change the file.
        case readOnly
        /// Imports are possible.
        case readWrite
    }

    /// The file, as it was named.
    public let path: String
    let pool: DatabasePool

    /// Opens an existing store.
    ///
    /// - Throws: ``GeodataError`` `storeMissing`, `storeForeign`, `storeCorrupt`, `storeNewer` or `storeBusy`, each
    ///   with its remedy.
    public static func open(at path: String, access: Access) throws -> SpatialStore {
        try StoreFile.inspect(path)
        return try StoreFailure.explained(path) {
            let readOnly = access == .readOnly
            let configuration = StoreConfiguration.make(readOnly: readOnly, label: "hlgeo")
            let pool = try DatabasePool(
                path: readOnly ? StoreFile.readOnlyAddress(path) : path, configuration: configuration)
            let store = SpatialStore(path: path, pool: pool)
            try store.checkSchema(canMigrate: !readOnly)
            return store
        }
    }

    /// Reads from one consistent state of the store.
    ///
    /// - Throws: What `body` throws; database errors as ``GeodataError``.
    public func read<Value: Sendable>(_ body: @Sendable (StoreReader) throws -> Value) async throws -> Value {
        try await StoreFailure.explained(path) {
            try await withoutActuallyEscaping(body) { body in
                try await pool.read { try body(StoreReader(db: $0)) }
            }
        }
    }

    /// Changes the store in one transaction, waiting for another writer to finish first.
    ///
    /// - Parameters:
    ///   - action: What the change is, for the store's own log.
    ///   - instant: When it is made, ISO 8601 in UTC.
    ///   - commits: Decides from the result whether the change stands; otherwise all of it is undone.
    ///   - body: The change. What it throws undoes the whole transaction.
    /// - Throws: What `body` throws; database errors as ``GeodataError``.
    public func write<Value: Sendable>(
        action: String, at instant: String, commits: @escaping @Sendable (Value) -> Bool = { _ in true },
        _ body: @escaping @Sendable (StoreWriter) throws -> Value
    ) async throws -> Value {
        try await StoreFailure.explained(path) {
            try await pool.writeWithoutTransaction { db in
                try StoreWriter.transaction(on: db, action: action, at: instant, commits: commits, body)
            }
        }
    }

    /// Ends all connections; the store cannot be used afterwards.
    public func close() throws {
        try StoreFailure.explained(path) { try pool.close() }
    }

    private func checkSchema(canMigrate: Bool) throws {
        let migrator = StoreMigrations.migrator
        let (isNewer, isComplete) = try pool.read { db in
            (try migrator.hasBeenSuperseded(db), try migrator.hasCompletedMigrations(db))
        }
        if isNewer {
            throw GeodataError(
                .storeNewer, "The store \(path) was written by a newer version of hlgeo.",
                remedy: "Update hlgeo, or name another file with --store.")
        }
        if !isComplete {
            guard canMigrate else {
                throw GeodataError(
                    .storeCorrupt, "The store \(path) has an older layout.",
                    remedy: "Bring it up to date with 'hlgeo load --store \(path)'.")
            }
            try migrator.migrate(pool)
        }
    }
}
