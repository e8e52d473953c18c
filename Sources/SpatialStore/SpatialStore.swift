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
        /// Imports are possible, while others read.
        case readWrite
        /// For imports of tens of megabytes: written once instead of twice where nobody else has the store open, who
        /// would then have to wait; otherwise as ``readWrite``.
        case bulk
    }

    /// The file, as it was named.
    public let path: String
    let pool: any DatabaseWriter
    private let memory = StateMemory()
    private var readsOnCallingThread = false

    /// Opens an existing store.
    ///
    /// - Throws: ``GeodataError`` `storeMissing`, `storeForeign`, `storeCorrupt`, `storeNewer` or `storeBusy`, each
    ///   with its remedy.
    public static func open(at path: String, access: Access) throws -> SpatialStore {
        try StoreFile.inspect(path)
        if access != .readOnly { try StoreFile.requireWritable(path) }
        return try StoreFailure.explained(path) {
            try Patience.wait {
                let store = SpatialStore(path: path, pool: try connection(to: path, access: access))
                try store.checkSchema(canMigrate: access != .readOnly)
                return store
            }
        }
    }

    private static func connection(to path: String, access: Access) throws -> any DatabaseWriter {
        let configuration = StoreConfiguration.make(readOnly: access == .readOnly, label: "hlgeo")
        switch access {
        case .readOnly:
            if StoreFile.hasUnfinishedWork(path) {
                // Only a connection that may write can undo what a killed import left half done.
                try DatabaseQueue(
                    path: path, configuration: StoreConfiguration.make(readOnly: false, label: "hlgeo recovery")
                ).close()
            }
            return try DatabasePool(path: try StoreFile.readOnlyAddress(path), configuration: configuration)
        case .readWrite: return try DatabasePool(path: path, configuration: configuration)
        case .bulk:
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.inDatabase { try BulkJournal.begin($0) }
            return queue
        }
    }

    /// Reads from one consistent state of the store.
    ///
    /// - Throws: What `body` throws; database errors as ``GeodataError``.
    public func read<Value: Sendable>(_ body: @Sendable (StoreReader) throws -> Value) async throws -> Value {
        if readsOnCallingThread { return try readNow(body) }
        return try await StoreFailure.explained(path) {
            try await withoutActuallyEscaping(body) { body in
                try await Patience.wait { try await pool.read { try body(StoreReader(db: $0, memory: memory)) } }
            }
        }
    }

    /// A value that a reader has kept for a revision (``StoreReader/remembered(_:_:)``), without reading anything; `nil`
    /// where none has.
    package func remembered<Value>(_ name: String, at revision: Int, as type: Value.Type) -> Value? {
        memory.value(name, at: revision) as? Value
    }

    /// The same store, whose reads are done on the thread that asks for them: for those who have threads of their own
    /// for it and answer so many questions that the way to another thread and back is most of a question's time.
    package var readingOnCallingThread: SpatialStore {
        var store = self
        store.readsOnCallingThread = true
        return store
    }

    private func readNow<Value>(_ body: (StoreReader) throws -> Value) throws -> Value {
        try StoreFailure.explained(path) {
            try Patience.wait { try pool.read { try body(StoreReader(db: $0, memory: memory)) } }
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
            try await Patience.wait {
                try await pool.writeWithoutTransaction { db in
                    try StoreWriter.transaction(on: db, action: action, at: instant, commits: commits, body)
                }
            }
        }
    }

    /// Ends all connections; the store cannot be used afterwards.
    public func close() throws {
        try StoreFailure.explained(path) {
            if let queue = pool as? DatabaseQueue { try queue.inDatabase { try BulkJournal.end($0) } }
            // What was written goes from the log into the file, so that the file alone can be copied; where others still
            // read, the last of them does it.
            if !pool.configuration.readonly {
                try? pool.writeWithoutTransaction { _ = try Row.fetchOne($0, sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
            }
            try pool.close()
        }
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
