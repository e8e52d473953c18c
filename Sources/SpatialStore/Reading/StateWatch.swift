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

/// Tells which state a store is in, in a few microseconds and from any thread.
///
/// It asks SQLite whether any process has changed the file since it was asked last (`PRAGMA data_version`), and reads
/// the revision only then.
package final class StateWatch: Sendable {
    private let connection: DatabaseQueue
    private let path: String
    private let last = Mutex<(version: Int, state: StoreState)?>(nil)

    fileprivate init(_ path: String) throws {
        self.path = path
        var configuration = Configuration()
        configuration.readonly = true
        configuration.label = "hlgeo watch"
        configuration.busyMode = .timeout(StoreConfiguration.lockTimeout)
        connection = try DatabaseQueue(path: try StoreFile.readOnlyAddress(path), configuration: configuration)
    }

    /// The state that the store is in now.
    ///
    /// - Throws: ``GeodataError`` `storeBusy`, `storeCorrupt`, `storeMissing`.
    package func state() throws -> StoreState {
        try StoreFailure.explained(path) {
            try connection.unsafeRead { db in
                let version = try Int.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
                if let last = last.withLock({ $0 }), last.version == version { return last.state }
                let newest = try Row.fetchOne(
                    db.cachedStatement(
                        sql: "SELECT revision, changed_at FROM store_revision ORDER BY revision DESC LIMIT 1"))
                let state = StoreState(
                    revision: newest?["revision"] ?? 0, changedAt: newest?["changed_at"] ?? "1970-01-01T00:00:00Z")
                last.withLock { $0 = (version, state) }
                return state
            }
        }
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
