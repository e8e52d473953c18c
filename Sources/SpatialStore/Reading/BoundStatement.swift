/// A value that a statement is given or gives back.
package enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}

/// A statement with the values for its placeholders, in their order.
package struct BoundStatement: Hashable, Sendable {
    /// The text.
    package var sql: String
    /// One value for each placeholder.
    package var values: [SQLValue]

    /// Binds values to a text.
    package init(sql: String, values: [SQLValue]) {
        self.sql = sql
        self.values = values
    }
}
