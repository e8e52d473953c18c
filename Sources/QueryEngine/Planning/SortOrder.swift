import GeographyModel
import SpatialStore

/// The order of an answer as SQL: the query's keys, and after them the collection's own, so that no two features are
/// ever equal. Features without a value come last.
struct SortOrder {
    private struct Key {
        var sql: SQLFragment
        var isDescending: Bool
        var canBeUnknown: Bool
    }

    private let keys: [Key]
    /// The order in words that a page token carries.
    let signature: String

    /// - Throws: ``GeodataError`` `invalidRequest` for a name that the collection does not have or cannot be sorted by.
    init(_ sort: [FeatureQuery.SortKey], catalogue: QueryableCatalogue, scope: inout SQLScope) throws {
        var keys: [Key] = []
        for key in sort {
            let queryable = try catalogue.require(key.name, of: scope.collection, code: .invalidRequest)
            switch queryable.source {
            case .value(let value):
                keys.append(Key(sql: value(&scope), isDescending: key.isDescending, canBeUnknown: true))
            case .interval(let make):
                keys.append(Key(sql: make(&scope).first, isDescending: key.isDescending, canBeUnknown: true))
            case .members, .geometry:
                throw GeodataError(
                    .invalidRequest, "\(scope.collection.name) cannot be sorted by \(key.name).",
                    remedy: "Sort by a property that is text, a number, a day or an interval.")
            }
        }
        let natural = scope.naturalOrder.map { Key(sql: $0, isDescending: false, canBeUnknown: false) }
        self.keys = keys + natural
        signature = ([scope.collection.name] + sort.map { ($0.isDescending ? "-" : "+") + $0.name }).joined()
    }

    /// The values that features are sorted by.
    var columns: [SQLFragment] { keys.map(\.sql) }

    /// The `ORDER BY` clause.
    var clause: SQLFragment {
        let terms = keys.map { key -> SQLFragment in
            let direction: SQLFragment = key.isDescending ? "\(key.sql) DESC" : "\(key.sql)"
            return key.canBeUnknown ? "\(direction) NULLS LAST" : direction
        }
        return "ORDER BY \(terms.joined(by: ", "))"
    }

    /// Whether a feature comes after the one that a token remembers.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` for the token of another order.
    func isAfter(_ token: PageToken, _ dialect: any SQLDialect) throws -> SQLFragment {
        guard token.order == signature, token.values.count == keys.count else {
            throw GeodataError(
                .invalidRequest, "The page token belongs to another order.", remedy: "Begin with the first page.")
        }
        var alternatives: [SQLFragment] = []
        var equal: [SQLFragment] = []
        for (key, value) in zip(keys, token.values) {
            if let later = isLater(key, value) {
                alternatives.append("(\((equal + [later]).joined(by: " AND ")))")
            }
            equal.append(dialect.isSame(key.sql, "\(bind: value)"))
        }
        return "(\(alternatives.joined(by: " OR ")))"
    }

    private func isLater(_ key: Key, _ value: SQLValue) -> SQLFragment? {
        guard value != .null else { return nil }
        let later: SQLFragment =
            key.isDescending ? "\(key.sql) < \(bind: value)" : "\(key.sql) > \(bind: value)"
        return key.canBeUnknown ? "(\(later) OR \(key.sql) IS NULL)" : later
    }
}
