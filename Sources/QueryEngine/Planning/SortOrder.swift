import GeographyModel
import SpatialStore

/// The order of an answer as SQL: the query's keys, and after them the collection's own, so that no two features are
/// ever equal. Features without a value come last; the reversed order is the same from its end.
struct SortOrder: Sendable {
    private struct Key: Sendable {
        var sql: SQLFragment
        var isDescending: Bool
        var canBeUnknown: Bool
    }

    private let keys: [Key]
    /// Whether the order is read from its end.
    private(set) var isReversed = false
    /// The order in words that a page token carries.
    let signature: String

    /// - Throws: ``GeodataError`` `invalidRequest` for a name that the collection does not have or cannot be sorted by.
    init(_ query: FeatureQuery, catalogue: QueryableCatalogue, scope: inout SQLScope) throws {
        var keys: [Key] = []
        for key in query.sort {
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
        signature = Self.signature(query)
    }

    /// The order as a page needs it: from its end where the page lies before the feature that a token remembers.
    func facing(_ token: PageToken?) -> SortOrder {
        var order = self
        order.isReversed = token?.isBackward ?? false
        return order
    }

    /// The values that features are sorted by.
    var columns: [SQLFragment] { keys.map(\.sql) }

    /// The `ORDER BY` clause.
    var clause: SQLFragment {
        let terms = keys.map { key -> SQLFragment in
            let direction: SQLFragment = key.isDescending != isReversed ? "\(key.sql) DESC" : "\(key.sql)"
            guard key.canBeUnknown else { return direction }
            return isReversed ? "\(direction) NULLS FIRST" : "\(direction) NULLS LAST"
        }
        return "ORDER BY \(terms.joined(by: ", "))"
    }

    /// How many of the last values identify the feature.
    var identifierCount: Int { keys.count { !$0.canBeUnknown } }

    /// Whether a feature comes after the one that a token remembers.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` for the token of another order.
    func isAfter(_ token: PageToken, _ dialect: any SQLDialect) throws -> SQLFragment {
        let identifiers = token.values.suffix(identifierCount)
        guard token.order == signature, token.values.count == keys.count, identifiers.allSatisfy(\.isText) else {
            throw GeodataError(
                .invalidRequest, "The page token belongs to another query.",
                remedy: "Begin with the first page; filter, edition and order stay the same from page to page.")
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

    /// What makes two queries give the same features in the same order, as a short text.
    static func signature(_ query: FeatureQuery) -> String {
        let conditions = [
            query.filter?.text ?? "", query.filterSystem.rawValue, query.box.map { "\($0)" } ?? "",
            query.boxSystem.rawValue, query.within.map(\.rawValue).joined(separator: ","),
            query.figures.map { "\($0.indicator)/\($0.edition)" } ?? "",
        ].joined(separator: "\n")
        // FNV-1a, 64 bits (Fowler, Noll and Vo): the same in every process.
        let hash = conditions.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let order = query.sort.map { ($0.isDescending ? "-" : "+") + $0.name }.joined()
        return "\(query.collection.name)\(order):\(String(hash, radix: 36))"
    }

    private func isLater(_ key: Key, _ value: SQLValue) -> SQLFragment? {
        guard value != .null else { return isReversed ? "\(key.sql) IS NOT NULL" : nil }
        let later: SQLFragment =
            key.isDescending != isReversed ? "\(key.sql) < \(bind: value)" : "\(key.sql) > \(bind: value)"
        return key.canBeUnknown && !isReversed ? "(\(later) OR \(key.sql) IS NULL)" : later
    }
}

extension SQLValue {
    fileprivate var isText: Bool {
        if case .text = self { true } else { false }
    }
}
