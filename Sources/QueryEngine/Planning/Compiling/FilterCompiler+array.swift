import SpatialStore

/// `A_CONTAINS`, `A_CONTAINEDBY`, `A_EQUALS`, `A_OVERLAPS`: arrays are compared as sets.
extension FilterCompiler {
    mutating func array(
        _ operation: FilterOperator, _ arguments: [FilterExpression], at expression: FilterExpression
    ) throws -> SQLFragment {
        let left = try set(try argument(0, of: arguments, expression))
        let right = try set(try argument(1, of: arguments, expression))
        return switch operation {
        case .arrayContains: isSubset(right, of: left)
        case .arrayContainedBy: isSubset(left, of: right)
        case .arrayEquals: "\(isSubset(left, of: right)) AND \(isSubset(right, of: left))"
        default: "EXISTS (SELECT member FROM (\(left)) INTERSECT SELECT member FROM (\(right)))"
        }
    }

    /// The members of a literal as a subquery.
    mutating func members(_ elements: [FilterExpression], at expression: FilterExpression) throws -> SQLFragment {
        var rows: [SQLFragment] = []
        for element in elements { rows.append("(\(try scalar(element).sql))") }
        return rows.isEmpty
            ? "SELECT NULL AS member WHERE FALSE"
            : "SELECT column1 AS member FROM (VALUES \(rows.joined(by: ", ")))"
    }

    private func isSubset(_ part: SQLFragment, of whole: SQLFragment) -> SQLFragment {
        "NOT EXISTS (SELECT member FROM (\(part)) EXCEPT SELECT member FROM (\(whole)))"
    }

    private mutating func set(_ expression: FilterExpression) throws -> SQLFragment {
        switch try term(expression) {
        case .members(let members): return members
        case .anything(let column): return scope.dialect.members(of: column)
        case let other:
            throw failure(
                expression, "an array was expected, and \(Self.name(expression)) is \(other.label)",
                remedy: "Write ('a', 'b'), or name a property that is an array.")
        }
    }
}
