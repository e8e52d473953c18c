package import SpatialStore

/// A piece of SQL whose values are bound, never written into its text.
///
/// The text comes from literals of this program alone: interpolation takes other fragments, values to bind, and names
/// that are quoted. So there is no way by which words of a user become SQL.
///
/// ```swift
/// let condition: SQLFragment = "area.area_name = \(bind: .text(words))"
/// ```
package struct SQLFragment: Hashable, Sendable, ExpressibleByStringInterpolation {
    enum Piece: Hashable, Sendable {
        case text(String)
        case value(SQLValue)
        case name(String)
    }

    private(set) var pieces: [Piece]

    /// Text of this program.
    package init(stringLiteral text: StaticString) {
        pieces = [.text("\(text)")]
    }

    /// Text of this program with fragments, values and names in it.
    package init(stringInterpolation: StringInterpolation) {
        pieces = stringInterpolation.pieces
    }

    fileprivate init(pieces: [Piece]) { self.pieces = pieces }

    /// Builds a fragment from its parts.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate(set) var pieces: [Piece] = []

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: StaticString) { pieces.append(.text("\(literal)")) }

        /// Another fragment.
        package mutating func appendInterpolation(_ fragment: SQLFragment) { pieces += fragment.pieces }

        /// A value, in whose place the text has a placeholder.
        package mutating func appendInterpolation(bind value: SQLValue) { pieces.append(.value(value)) }

        /// The name of a table or a column, which is quoted.
        package mutating func appendInterpolation(name: String) { pieces.append(.name(name)) }

        /// A whole number, such as a key.
        package mutating func appendInterpolation(number: Int64) { pieces.append(.text(String(number))) }
    }

    /// The statement as a database with this dialect takes it.
    package func statement(_ dialect: any SQLDialect) -> BoundStatement {
        var statement = BoundStatement(sql: "", values: [])
        for piece in pieces {
            switch piece {
            case .text(let text): statement.sql += text
            case .name(let name): statement.sql += dialect.quoted(name)
            case .value(let value):
                statement.values.append(value)
                statement.sql += dialect.placeholder(statement.values.count)
            }
        }
        return statement
    }
}

extension [SQLFragment] {
    /// The fragments one after the other.
    package func joined(by separator: SQLFragment) -> SQLFragment {
        var pieces: [SQLFragment.Piece] = []
        for (place, fragment) in enumerated() {
            if place > 0 { pieces += separator.pieces }
            pieces += fragment.pieces
        }
        return SQLFragment(pieces: pieces)
    }
}
