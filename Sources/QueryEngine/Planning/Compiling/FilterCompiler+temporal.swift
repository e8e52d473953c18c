import SpatialStore

/// `T_AFTER`, `T_DURING` and the other relations of instants and intervals (Allen 1983), on days.
///
/// An instant is the interval of its one day. An end that is open lies beyond every day.
extension FilterCompiler {
    mutating func temporal(
        _ operation: FilterOperator, _ arguments: [FilterExpression], at expression: FilterExpression
    ) throws -> SQLFragment {
        let (start, end) = try days(try argument(0, of: arguments, expression))
        let (first, last) = try days(try argument(1, of: arguments, expression))
        return switch operation {
        case .timeAfter: "\(start) > \(last)"
        case .timeBefore: "\(end) < \(first)"
        case .timeContains: "\(start) < \(first) AND \(end) > \(last)"
        case .timeDisjoint: "(\(end) < \(first) OR \(start) > \(last))"
        case .timeDuring: "\(start) > \(first) AND \(end) < \(last)"
        case .timeEquals: "\(start) = \(first) AND \(end) = \(last)"
        case .timeFinishedBy: "\(start) < \(first) AND \(end) = \(last)"
        case .timeFinishes: "\(start) > \(first) AND \(end) = \(last)"
        case .timeMeets: "\(end) = \(first)"
        case .timeMetBy: "\(start) = \(last)"
        case .timeOverlappedBy: "\(start) > \(first) AND \(start) < \(last) AND \(end) > \(last)"
        case .timeOverlaps: "\(start) < \(first) AND \(end) > \(first) AND \(end) < \(last)"
        case .timeStartedBy: "\(start) = \(first) AND \(end) > \(last)"
        case .timeStarts: "\(start) = \(first) AND \(end) < \(last)"
        default: "\(start) <= \(last) AND \(end) >= \(first)"
        }
    }

    /// One end of an interval.
    mutating func end(_ expression: FilterExpression, open: String, isLast: Bool = false) throws -> SQLFragment {
        if case .openEnd = expression.node { return "\(bind: .text(open))" }
        let (first, last) = try days(expression)
        return isLast ? last : first
    }

    private mutating func days(_ expression: FilterExpression) throws -> (first: SQLFragment, last: SQLFragment) {
        switch try term(expression) {
        case .interval(let first, let last): return (first, last)
        case .scalar(let day, .date), .anything(let day): return (day, day)
        case let other:
            throw failure(
                expression, "a date or an interval was expected, and \(Self.name(expression)) is \(other.label)",
                remedy: "Write DATE('2024-05-31'), or INTERVAL('2024-01-01', '..').")
        }
    }
}
