import SpatialStore

/// `=`, `<>`, `<`, `>`, `<=`, `>=`, `LIKE`, `BETWEEN`, `IN`, `IS NULL`.
extension FilterCompiler {
    mutating func comparison(
        _ operation: FilterOperator, _ arguments: [FilterExpression], at expression: FilterExpression
    ) throws -> SQLFragment {
        let subject = try argument(0, of: arguments, expression)
        switch operation {
        case .isNull: return try isNull(subject)
        case .like: return try like(subject, try argument(1, of: arguments, expression))
        case .between:
            let value = try number(subject)
            let low = try number(try argument(1, of: arguments, expression))
            let high = try number(try argument(2, of: arguments, expression))
            return "\(value) BETWEEN \(low) AND \(high)"
        case .in: return try isIn(subject, try argument(1, of: arguments, expression))
        default:
            let other = try argument(1, of: arguments, expression)
            let left = try scalar(subject)
            let right = try scalar(other)
            try requireSame(left.kind, right.kind, subject, other)
            return switch operation {
            case .notEqual: "\(left.sql) <> \(right.sql)"
            case .less: "\(left.sql) < \(right.sql)"
            case .greater: "\(left.sql) > \(right.sql)"
            case .lessOrEqual: "\(left.sql) <= \(right.sql)"
            case .greaterOrEqual: "\(left.sql) >= \(right.sql)"
            default: "\(left.sql) = \(right.sql)"
            }
        }
    }

    private mutating func isIn(_ subject: FilterExpression, _ list: FilterExpression) throws -> SQLFragment {
        guard case .array(let elements) = list.node else {
            throw failure(list, "IN takes a list", remedy: "Write IN ('a', 'b').")
        }
        let value = try scalar(subject)
        var members: [SQLFragment] = []
        for element in elements {
            let member = try scalar(element)
            try requireSame(value.kind, member.kind, subject, element)
            members.append(member.sql)
        }
        return "\(value.sql) IN (\(members.joined(by: ", ")))"
    }

    private static let longestPattern = 1_000

    private mutating func like(_ subject: FilterExpression, _ pattern: FilterExpression) throws -> SQLFragment {
        let (words, kind) = try scalar(subject)
        guard kind == .text || kind == nil else {
            throw failure(
                subject, "LIKE takes text, and \(Self.name(subject)) is \(kind?.label ?? "")",
                remedy: "Compare it with =, <, > or BETWEEN.")
        }
        guard let literal = Self.words(pattern) else {
            throw failure(pattern, "LIKE takes a pattern in quotes", remedy: "Write LIKE 'Lon%'.")
        }
        guard literal.count <= Self.longestPattern else {
            throw failure(
                pattern, "the pattern is longer than \(Self.longestPattern) characters", remedy: "Shorten it.")
        }
        return scope.dialect.matches(words, LikePattern(literal))
    }

    private mutating func isNull(_ subject: FilterExpression) throws -> SQLFragment {
        switch try term(subject) {
        case .scalar(let sql, _), .anything(let sql): "\(sql) IS NULL"
        case .interval(let first, _): "\(first) IS NULL"
        case .members(let members): "NOT EXISTS (\(members))"
        case .geometry(let geometry): geometry.exists.map { "NOT (\($0))" } ?? "FALSE"
        }
    }

    private func requireSame(
        _ left: Term.ScalarKind?, _ right: Term.ScalarKind?, _ one: FilterExpression, _ other: FilterExpression
    ) throws {
        guard let left, let right, left != right else { return }
        let isQuotedDay = left == .date && right == .text || left == .text && right == .date
        throw failure(
            other, "\(Self.name(one)) is \(left.label) and \(Self.name(other)) is \(right.label)",
            remedy: isQuotedDay ? "Write a day as DATE('2024-05-31')." : "Compare values of one kind.")
    }
}
