/// An operation that CQL2 (OGC 21-065r2) defines; the raw value is its name in the JSON encoding.
public enum FilterOperator: String, CaseIterable, Hashable, Sendable {
    // Conditions joined.
    case and
    case or
    case not

    // Comparisons.
    case equal = "="
    case notEqual = "<>"
    case less = "<"
    case greater = ">"
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case like
    case between
    case `in`
    case isNull

    // Words without regard to case or accents.
    case casei
    case accenti

    // Arithmetic.
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"
    case remainder = "%"
    case wholeDivide = "div"
    case power = "^"

    // Geometries.
    case spatialIntersects = "s_intersects"
    case spatialEquals = "s_equals"
    case spatialDisjoint = "s_disjoint"
    case spatialTouches = "s_touches"
    case spatialWithin = "s_within"
    case spatialOverlaps = "s_overlaps"
    case spatialCrosses = "s_crosses"
    case spatialContains = "s_contains"

    // Instants and intervals (Allen's relations).
    case timeAfter = "t_after"
    case timeBefore = "t_before"
    case timeContains = "t_contains"
    case timeDisjoint = "t_disjoint"
    case timeDuring = "t_during"
    case timeEquals = "t_equals"
    case timeFinishedBy = "t_finishedBy"
    case timeFinishes = "t_finishes"
    case timeIntersects = "t_intersects"
    case timeMeets = "t_meets"
    case timeMetBy = "t_metBy"
    case timeOverlappedBy = "t_overlappedBy"
    case timeOverlaps = "t_overlaps"
    case timeStartedBy = "t_startedBy"
    case timeStarts = "t_starts"

    // Arrays, as sets.
    case arrayContains = "a_contains"
    case arrayContainedBy = "a_containedBy"
    case arrayEquals = "a_equals"
    case arrayOverlaps = "a_overlaps"

    /// What kind of operation it is, which decides how it is written and what it may stand in.
    public enum Family: Sendable {
        /// `AND`, `OR`, `NOT`.
        case logical
        /// `=`, `LIKE`, `IN` and their like.
        case comparison
        /// `CASEI`, `ACCENTI`.
        case character
        /// `+` and its like.
        case arithmetic
        /// `S_…`.
        case spatial
        /// `T_…`.
        case temporal
        /// `A_…`.
        case array
    }

    /// What kind of operation it is.
    public var family: Family {
        switch self {
        case .and, .or, .not: .logical
        case .equal, .notEqual, .less, .greater, .lessOrEqual, .greaterOrEqual, .like, .between, .in, .isNull:
            .comparison
        case .casei, .accenti: .character
        case .plus, .minus, .times, .divide, .remainder, .wholeDivide, .power: .arithmetic
        default:
            switch rawValue.prefix(2) {
            case "s_": .spatial
            case "t_": .temporal
            default: .array
            }
        }
    }
}
