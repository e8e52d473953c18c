import GeographyModel

/// A property of the features of a collection that filters may name, answers may be sorted by, and exports hand out.
///
/// Only what is declared as a queryable can be asked for: a name is looked up in a ``QueryableCatalogue``, and SQL is
/// made from the declaration alone.
public struct Queryable: Sendable {
    /// What kind of value it has, which decides what it can be compared with.
    public enum Kind: String, Sendable {
        /// Words; compared character by character.
        case text
        /// A whole number.
        case integer
        /// A number.
        case number
        /// Yes or no.
        case boolean
        /// A day.
        case date
        /// Days from a first to a last one, either of which may be open; shown in the words of its source.
        case interval
        /// A set of words.
        case array
        /// The geometry of the feature.
        case geometry
    }

    /// The name, in `snake_case`.
    public let name: String
    /// What kind of value it has.
    public let kind: Kind
    /// What it says, with its unit.
    public let title: String
    /// All words that it can have, where those are few and known; empty where it can have any.
    public let choices: [String]
    let source: Source

    /// Where the value comes from.
    enum Source: Sendable {
        /// An expression.
        case value(@Sendable (inout SQLScope) -> SQLFragment)
        /// The words that are shown, and the first and last day that they allow.
        case interval(@Sendable (inout SQLScope) -> IntervalSource)
        /// A subquery with the column `member`.
        case members(@Sendable (inout SQLScope) -> SQLFragment)
        /// The feature's geometry.
        case geometry
    }

    /// The parts of an interval as SQL: ISO 8601 days, unknown where an end is open.
    struct IntervalSource {
        var words: SQLFragment
        var first: SQLFragment
        var last: SQLFragment
        /// Whether anything is known of it at all.
        var isKnown: SQLFragment
    }

    /// Declares a property with one value.
    init(
        _ name: String, _ kind: Kind, _ title: String, choices: [String] = [],
        _ value: @escaping @Sendable (inout SQLScope) -> SQLFragment
    ) {
        self.init(name: name, kind: kind, title: title, choices: choices, source: .value(value))
    }

    init(name: String, kind: Kind, title: String, choices: [String] = [], source: Source) {
        self.name = name
        self.kind = kind
        self.title = title
        self.choices = choices
        self.source = source
    }

    /// Whether its value is another one on another day, which its SQL tells: no other declaration can be forgotten.
    func dependsOnDay(in collection: CollectionID) -> Bool {
        func sql(_ day: String) -> [SQLFragment] {
            var scope = SQLScope(
                collection: collection, edition: nil, day: CalendarDay(day), dialect: SpatiaLiteDialect())
            switch source {
            case .value(let value): return [value(&scope), scope.from]
            case .members(let members): return [members(&scope), scope.from]
            case .interval(let make):
                let parts = make(&scope)
                return [parts.words, parts.first, parts.last, parts.isKnown, scope.from]
            case .geometry: return []
            }
        }
        return sql("2000-01-01") != sql("2000-01-02")
    }

    /// Whether an answer can be sorted by it.
    public var isSortable: Bool { kind != .array && kind != .geometry }
}
