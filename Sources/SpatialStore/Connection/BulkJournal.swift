import GRDB

/// How a large import is made safe against interruption without writing every page twice.
///
/// WAL writes a page first to its log and then to the file. A rollback journal only keeps the old pages that change,
/// and an import mostly adds pages. A store can leave WAL only while nobody else has it open.
enum BulkJournal {
    /// Leaves WAL where that is possible at once; otherwise everything goes on in WAL.
    static func begin(_ db: Database) throws {
        try db.execute(sql: "PRAGMA busy_timeout = 0")
        defer { try? db.execute(sql: "PRAGMA busy_timeout = \(Int(StoreConfiguration.lockTimeout * 1000))") }
        do {
            _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = TRUNCATE")
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY || error.resultCode == .SQLITE_LOCKED
        {
            // Somebody is reading; they go on doing so.
        }
    }

    /// Goes back to WAL.
    static func end(_ db: Database) throws {
        _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
    }
}
