import CSpatiaLite
import GRDB
import GeographyModel
import Synchronization

/// One state of a store: what it holds between two changes.
package struct StoreState: Hashable, Sendable {
    /// The number of the change that made the state.
    package let revision: Int
    /// When that was, ISO 8601 in UTC.
    package let changedAt: String
}

/// Tells which state a store is in, in a microsecond or two and from any thread.
///
/// It asks SQLite whether any process has changed the file since it was asked last (`PRAGMA data_version`), and reads
/// the revision only then. It has a connection of its own, without the layers that every other read goes through,
/// because it is asked at least twice for each answer.
package final class StateWatch: Sendable {
    private let connection: Mutex<WatchedFile>
    private let path: String

    fileprivate init(_ path: String) throws {
        self.path = path
        let address = try StoreFile.readOnlyAddress(path)
        connection = Mutex(try WatchedFile(address))
    }

    /// The state that the store is in now.
    ///
    /// - Throws: ``GeodataError`` `storeBusy`, `storeCorrupt`, `storeMissing`.
    package func state() throws -> StoreState {
        try StoreFailure.explained(path) { try connection.withLock { try $0.state() } }
    }
}

extension SpatialStore {
    /// A watch on the state of the store.
    ///
    /// - Throws: ``GeodataError`` as ``open(at:access:)``.
    package func watch() throws -> StateWatch {
        try StoreFailure.explained(path) { try StateWatch(path) }
    }
}

/// A connection that does nothing but look for changes.
private final class WatchedFile {
    private let handle: OpaquePointer
    private let version: OpaquePointer
    private let newest: OpaquePointer
    private var last: (version: Int64, state: StoreState)?

    init(_ address: String) throws {
        StoreConfiguration.prepareLibrary()
        var handle: OpaquePointer?
        let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX
        let status = sqlite3_open_v2(address, &handle, flags, nil)
        guard status == SQLITE_OK, let handle else {
            sqlite3_close_v2(handle)
            throw DatabaseError(resultCode: ResultCode(rawValue: status))
        }
        sqlite3_busy_timeout(handle, Int32(StoreConfiguration.lockTimeout * 1_000))
        self.handle = handle
        version = try Self.prepared(handle, "PRAGMA data_version")
        newest = try Self.prepared(
            handle, "SELECT revision, changed_at FROM store_revision ORDER BY revision DESC LIMIT 1")
    }

    deinit {
        sqlite3_finalize(version)
        sqlite3_finalize(newest)
        sqlite3_close_v2(handle)
    }

    func state() throws -> StoreState {
        let version = try Self.row(version) { sqlite3_column_int64($0, 0) } ?? 0
        if let last, last.version == version { return last.state }
        let state = try Self.row(newest) { row in
            StoreState(
                revision: Int(sqlite3_column_int64(row, 0)),
                changedAt: sqlite3_column_text(row, 1).map { String(cString: $0) } ?? "")
        }
        let found = state ?? StoreState(revision: 0, changedAt: "1970-01-01T00:00:00Z")
        last = (version, found)
        return found
    }

    private static func prepared(_ handle: OpaquePointer, _ sql: String) throws -> OpaquePointer {
        var statement: OpaquePointer?
        let status = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
        guard status == SQLITE_OK, let statement else {
            // A watch without its statements is none; the connection ends with the last of them.
            sqlite3_close_v2(handle)
            throw DatabaseError(resultCode: ResultCode(rawValue: status))
        }
        return statement
    }

    /// What the first row of a statement gives; `nil` where there is none.
    private static func row<Value>(_ statement: OpaquePointer, _ read: (OpaquePointer) -> Value) throws -> Value? {
        defer { sqlite3_reset(statement) }
        let status = sqlite3_step(statement)
        guard status == SQLITE_ROW || status == SQLITE_DONE else {
            throw DatabaseError(resultCode: ResultCode(rawValue: status))
        }
        return status == SQLITE_ROW ? read(statement) : nil
    }
}
