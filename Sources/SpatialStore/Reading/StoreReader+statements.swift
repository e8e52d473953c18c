import Foundation
import GRDB
package import GeographyModel

/// One row that a statement gave; it is valid until the next one is read.
package struct ResultRow {
    let row: Row

    /// The value in a column, counted from 0.
    package func value(at column: Int) -> SQLValue {
        switch (row[column] as DatabaseValue).storage {
        case .null: .null
        case .int64(let number): .integer(number)
        case .double(let number): .real(number)
        case .string(let text): .text(text)
        case .blob(let data): .blob(Array(data))
        }
    }

    /// The geometry in a column, in the reference system of the statement; `nil` where there is none.
    ///
    /// - Throws: ``GeodataError`` `storeCorrupt` for bytes that are no polygons.
    package func multiPolygon(at column: Int) throws -> MultiPolygon? {
        guard !row.hasNull(atIndex: column) else { return nil }
        let geometry = try row.withUnsafeData(atIndex: column) { data in
            data?.withUnsafeBytes { SpatiaLiteBlob.decode($0) }
        }
        guard let geometry else {
            throw GeodataError(.storeCorrupt, "A boundary in the store cannot be read.")
        }
        return geometry
    }
}

extension StoreReader {
    /// Runs a statement that only reads, and hands out each row.
    ///
    /// - Parameters:
    ///   - statement: The statement; it is prepared once a connection.
    ///   - deadline: When to give up; `nil` never does.
    ///   - body: Takes each row.
    /// - Throws: ``GeodataError`` `timeBudgetSpent` past the deadline; what `body` throws.
    package func forEachRow(
        of statement: BoundStatement, until deadline: ContinuousClock.Instant? = nil,
        _ body: (ResultRow) throws -> Void
    ) throws {
        try StatementDeadline.watch(db, deadline) {
            let cursor = try Row.fetchCursor(
                db.cachedStatement(sql: statement.sql),
                arguments: StatementArguments(statement.values.map(\.databaseValue)))
            while let row = try cursor.next() { try body(ResultRow(row: row)) }
        }
    }

    /// How SQLite would run a statement, one step a line, indented by depth.
    package func explanation(of statement: BoundStatement) throws -> [String] {
        var depths: [Int: Int] = [:]
        return try Row.fetchAll(
            db, sql: "EXPLAIN QUERY PLAN " + statement.sql,
            arguments: StatementArguments(statement.values.map(\.databaseValue))
        ).map { row in
            let depth = (depths[row["parent"]] ?? -1) + 1
            depths[row["id"]] = depth
            return String(repeating: "  ", count: depth) + (row["detail"] as String)
        }
    }
}

extension SQLValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        }
    }
}
