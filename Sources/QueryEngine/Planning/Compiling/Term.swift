/// An operand of a filter as SQL, with what is known of its type.
enum Term {
    /// One value.
    case scalar(SQLFragment, ScalarKind)
    /// Days from a first to a last one: ISO 8601 text that is never unknown where `isKnown` holds; ends that are open are
    /// ``Term/openStart`` and ``Term/openEnd``.
    case interval(first: SQLFragment, last: SQLFragment)
    /// A subquery with the column `member`.
    case members(SQLFragment)
    /// A geometry in EPSG:4326.
    case geometry(GeometryTerm)
    /// A column that nothing is known of, in a filter without a collection.
    case anything(SQLFragment)

    /// Sorts before every day.
    static let openStart = "0000-01-01"
    /// Sorts after every day.
    static let openEnd = "9999-12-31T"

    /// What a value can be compared with.
    enum ScalarKind: String {
        case text
        case number
        case boolean
        case date

        /// The word for it in a sentence.
        var label: String {
            switch self {
            case .text: "text"
            case .number: "a number"
            case .boolean: "true or false"
            case .date: "a date"
            }
        }
    }

    /// A geometry of a filter or of the features.
    struct GeometryTerm {
        /// The geometry.
        var sql: SQLFragment
        /// Whether it is there at all; `nil` where it always is.
        var exists: SQLFragment?
        /// Whether it is the boundary that the spatial index covers.
        var isIndexed = false
        /// The box, in CRS84, where the filter gives one that does not cross the antimeridian.
        var box: FilterBox?
    }

    /// The word for it in a sentence.
    var label: String {
        switch self {
        case .scalar(_, let kind): kind.label
        case .interval: "an interval"
        case .members: "an array"
        case .geometry: "a geometry"
        case .anything: "a value"
        }
    }
}
