import GRDB
import GeographyModel

/// What can be asked of one consistent state of a store. It lives only as long as the closure that it is handed to.
public struct StoreReader {
    let db: Database
    /// What is kept of the state; `nil` within a change, where there is no state yet that a value could belong to.
    let memory: StateMemory?

    init(db: Database, memory: StateMemory? = nil) {
        self.db = db
        self.memory = memory
    }

    /// The number of the last committed change; it only ever grows, and answers that bear the same number are alike.
    public func revision() throws -> Int {
        try Int.fetchOne(db.cachedStatement(sql: "SELECT max(revision) FROM store_revision")) ?? 0
    }

    /// All rows that a statement gives, made into values one by one. The statement is prepared once a connection.
    func rows<Value>(
        _ sql: String, _ arguments: StatementArguments = StatementArguments(), _ make: (Row) throws -> Value
    ) throws -> [Value] {
        let cursor = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
        var values: [Value] = []
        while let row = try cursor.next() { values.append(try make(row)) }
        return values
    }
}
