import GRDB
import GeographyModel

/// What can be written within one transaction. It lives only as long as the closure that it is handed to.
///
/// Every row is laid over the one with the same natural key (code, identifier), so that the same file can be imported
/// twice without harm.
public final class StoreWriter {
    /// Where a row came from: a source that stands in the store.
    public struct SourceKey: Hashable, Sendable {
        let rawValue: Int64
    }

    let db: Database
    let instant: String
    var areaKeys: [AreaCode: Int64] = [:]

    private init(db: Database, instant: String) {
        self.db = db
        self.instant = instant
    }

    /// Reads the store as this transaction has made it so far.
    public var reader: StoreReader { StoreReader(db: db) }

    /// Runs `body` as one immediate transaction that ends with a new revision of the store.
    static func transaction<Value>(
        on db: Database, action: String, at instant: String, commits: (Value) -> Bool,
        _ body: (StoreWriter) throws -> Value
    ) throws -> Value {
        var result: Value?
        try db.inTransaction(.immediate) {
            let writer = StoreWriter(db: db, instant: instant)
            try ChangeWatch.begin(db)
            let value = try body(writer)
            result = value
            guard commits(value) else { return .rollback }
            try ChangeWatch.end(db)
            try db.execute(
                sql: "INSERT INTO store_revision (changed_at, action) VALUES (?, ?)", arguments: [instant, action])
            return .commit
        }
        guard let result else { throw GeodataError(.internal, "A transaction ended without a result.") }
        return result
    }

    /// Runs a statement that is prepared once a transaction.
    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// Runs a statement that returns the key of the row that it wrote.
    func key(_ sql: String, _ arguments: StatementArguments) throws -> Int64 {
        guard let key = try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: arguments) else {
            throw GeodataError(.internal, "A row was written without a key.")
        }
        return key
    }
}
