import GeographyModel
import SpatialStore

extension FilterCompiler {
    /// An operand of any type.
    mutating func term(_ expression: FilterExpression) throws -> Term {
        switch expression.node {
        case .property(let name): return try property(name, at: expression)
        case .text(let words): return .scalar("\(bind: .text(words))", .text)
        case .number(let number): return .scalar(Self.bound(number), .number)
        case .boolean(let value): return .scalar(value ? "TRUE" : "FALSE", .boolean)
        case .date(let day): return .scalar("\(bind: .text(day.description))", .date)
        case .timestamp(let instant):
            // What is recorded here are days, so an instant stands for its day in UTC.
            return .scalar("\(bind: .text(instant.day.description))", .date)
        case .interval(let first, let last):
            if let begins = Self.day(first), let ends = Self.day(last), ends < begins {
                throw failure(
                    expression, "the interval ends on \(ends), before it begins",
                    remedy: "Write the earlier day first, or '..' for an open end.")
            }
            return .interval(
                first: try end(first, open: Term.openStart), last: try end(last, open: Term.openEnd, isLast: true))
        case .openEnd: throw failure(expression, ".. stands outside an interval", remedy: "Write INTERVAL('..', …).")
        case .geometry, .box: return try geometryTerm(expression)
        case .array(let elements): return .members(try members(elements, at: expression))
        case .operation(let operation, let arguments):
            switch operation.family {
            case .character: return .scalar(try folded(operation, arguments, at: expression), .text)
            case .arithmetic:
                let left = try number(try argument(0, of: arguments, expression))
                let right = try number(try argument(1, of: arguments, expression))
                return .scalar(scope.dialect.result(of: operation, left, right), .number)
            default: return .scalar("(\(try condition(expression)))", .boolean)
            }
        case .function(let name, _): throw unknownFunction(name, expression)
        }
    }

    /// An operand that is one value; `kind` is `nil` where the filter has no collection to tell.
    mutating func scalar(_ expression: FilterExpression) throws -> (sql: SQLFragment, kind: Term.ScalarKind?) {
        switch try term(expression) {
        case .scalar(let sql, let kind): return (sql, kind)
        case .anything(let sql): return (sql, nil)
        case .interval:
            throw failure(
                expression, "\(Self.name(expression)) is an interval of days, which has no one value",
                remedy: "Use T_AFTER, T_BEFORE, T_INTERSECTS or another function of intervals.")
        case .members:
            throw failure(
                expression, "\(Self.name(expression)) is an array",
                remedy: "Use A_CONTAINS, A_CONTAINEDBY, A_EQUALS or A_OVERLAPS.")
        case .geometry:
            throw failure(
                expression, "\(Self.name(expression)) is a geometry",
                remedy: "Use S_INTERSECTS or another spatial function.")
        }
    }

    /// An operand that is a number.
    mutating func number(_ expression: FilterExpression) throws -> SQLFragment {
        let (sql, kind) = try scalar(expression)
        guard kind == .number || kind == nil else {
            throw failure(
                expression, "a number was expected, and \(Self.name(expression)) is \(kind?.label ?? "something else")",
                remedy: "Use numbers and properties that are numbers.")
        }
        return sql
    }

    /// How an expression is called in a sentence.
    static func name(_ expression: FilterExpression) -> String {
        switch expression.node {
        case .property(let name): name
        case .text(let words): "'\(words.prefix(40))'"
        case .number(let number): number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
        case .boolean(let value): "\(value)"
        case .date(let day): "DATE('\(day)')"
        default: "this"
        }
    }

    /// A number as SQLite compares it: whole where it is.
    static func bound(_ number: Double) -> SQLFragment {
        if let whole = Int64(exactly: number), abs(whole) < 1 << 53 { return "\(bind: .integer(whole))" }
        return "\(bind: .real(number))"
    }

    private mutating func property(_ name: String, at expression: FilterExpression) throws -> Term {
        guard case .catalogue(let catalogue, let collection) = names else { return .anything("\(name: name)") }
        let queryable = try catalogue.require(
            name, of: collection, code: .invalidFilter,
            place: ", which the filter names at character \(expression.offset + 1)")
        switch queryable.source {
        case .value(let value):
            let kind: Term.ScalarKind =
                switch queryable.kind {
                case .integer, .number: .number
                case .boolean: .boolean
                case .date: .date
                default: .text
                }
            return .scalar(value(&scope), kind)
        case .interval(let make):
            let source = make(&scope)
            // Unknown as a whole where nothing is known; open where only one end is.
            let openStart: SQLFragment = "\(bind: .text(Term.openStart))"
            let openEnd: SQLFragment = "\(bind: .text(Term.openEnd))"
            return .interval(
                first: "CASE WHEN \(source.isKnown) THEN coalesce(\(source.first), \(openStart)) END",
                last: "CASE WHEN \(source.isKnown) THEN coalesce(\(source.last), \(openEnd)) END")
        case .members(let members): return .members(members(&scope))
        case .geometry: return .geometry(featureGeometry)
        }
    }

    private mutating func folded(
        _ operation: FilterOperator, _ arguments: [FilterExpression], at expression: FilterExpression
    ) throws -> SQLFragment {
        let operand = try argument(0, of: arguments, expression)
        if let words = Self.words(expression) { return "\(bind: .text(words))" }
        let (sql, kind) = try scalar(operand)
        guard kind == .text || kind == nil else {
            throw failure(
                operand,
                "\(operation.rawValue.uppercased()) takes text, and \(Self.name(operand)) is \(kind?.label ?? "")",
                remedy: "Leave it out.")
        }
        return scope.dialect.folded(sql, operation)
    }

    /// The day that a literal states; `nil` where anything else stands there.
    private static func day(_ expression: FilterExpression) -> CalendarDay? {
        switch expression.node {
        case .date(let day): day
        case .timestamp(let instant): instant.day
        default: nil
        }
    }

    /// The words of a literal with its foldings worked out; `nil` where anything else stands there.
    static func words(_ expression: FilterExpression) -> String? {
        switch expression.node {
        case .text(let words): return words
        case .operation(let operation, let arguments) where operation.family == .character:
            guard let first = arguments.first, let words = words(first) else { return nil }
            return operation == .casei ? TextFolding.withoutCase(words) : TextFolding.withoutAccents(words)
        default: return nil
        }
    }
}
