/// How closely CQL2 text binds, from the loosest.
enum FilterPrecedence: Int, Comparable {
    case or, and, not, predicate, sum, product, power, factor

    /// Looser comes first.
    static func < (left: FilterPrecedence, right: FilterPrecedence) -> Bool { left.rawValue < right.rawValue }

    /// The next closer one; the closest itself.
    var closer: FilterPrecedence { FilterPrecedence(rawValue: rawValue + 1) ?? self }
}

extension FilterOperator {
    /// How closely it binds.
    var precedence: FilterPrecedence {
        switch self {
        case .or: .or
        case .and: .and
        case .not: .not
        case .plus, .minus: .sum
        case .times, .divide, .remainder, .wholeDivide: .product
        case .power: .power
        default: family == .comparison ? .predicate : .factor
        }
    }
}
