import GeographyModel
import SpatialStore

/// Makes SQL of a filter, checking names and types on the way.
///
/// Negations are carried down to the predicates (De Morgan), because a predicate that the spatial index answers is never
/// unknown, so that its opposite must ask whether there is a geometry at all.
struct FilterCompiler {
    /// What the statement looks at; grows by what the filter needs.
    var scope: SQLScope
    /// What the names mean.
    let names: FilterNames
    /// The system of the filter's geometries.
    var system: CoordinateReferenceSystem
    /// Geometries of the filter, whose validity is checked before the statement runs.
    var geometries: [(offset: Int, sql: SQLFragment)] = []
    /// Spatial predicates that the index serves, for explanations.
    var indexed: [FilterOperator] = []

    init(scope: SQLScope, names: FilterNames, system: CoordinateReferenceSystem = .crs84) {
        self.scope = scope
        self.names = names
        self.system = system
    }

    /// The condition that a filter states.
    ///
    /// - Parameter isNegated: Whether the opposite is wanted.
    /// - Throws: ``GeodataError`` `invalidFilter` for unknown names and for values that do not go together.
    mutating func condition(_ expression: FilterExpression, isNegated: Bool = false) throws -> SQLFragment {
        switch expression.node {
        case .boolean(let value): return value != isNegated ? "TRUE" : "FALSE"
        case .operation(.not, let arguments):
            return try condition(try argument(0, of: arguments, expression), isNegated: !isNegated)
        case .operation(.and, let arguments): return try joined(arguments, by: isNegated ? " OR " : " AND ", isNegated)
        case .operation(.or, let arguments): return try joined(arguments, by: isNegated ? " AND " : " OR ", isNegated)
        case .operation(let operation, let arguments):
            if operation.family == .spatial {
                return try spatial(operation, arguments, at: expression, isNegated: isNegated)
            }
            let predicate = try predicate(operation, arguments, at: expression)
            return isNegated ? "NOT (\(predicate))" : predicate
        case .function(let name, _): throw unknownFunction(name, expression)
        default: throw failure(expression, "there is no condition here", remedy: "Compare the value with another.")
        }
    }

    private mutating func joined(
        _ arguments: [FilterExpression], by separator: SQLFragment, _ isNegated: Bool
    ) throws -> SQLFragment {
        var parts: [SQLFragment] = []
        for argument in arguments { parts.append("(\(try condition(argument, isNegated: isNegated)))") }
        return Self.balanced(parts[...], separator)
    }

    /// Conditions joined in halves, so that a thousand of them do not nest a thousand deep.
    private static func balanced(_ parts: ArraySlice<SQLFragment>, _ separator: SQLFragment) -> SQLFragment {
        guard parts.count > 8 else { return Array(parts).joined(by: separator) }
        let middle = parts.startIndex + parts.count / 2
        return "(\(balanced(parts[..<middle], separator)))\(separator)(\(balanced(parts[middle...], separator)))"
    }

    private mutating func predicate(
        _ operation: FilterOperator, _ arguments: [FilterExpression], at expression: FilterExpression
    ) throws -> SQLFragment {
        switch operation.family {
        case .comparison: try comparison(operation, arguments, at: expression)
        case .temporal: try temporal(operation, arguments, at: expression)
        case .array: try array(operation, arguments, at: expression)
        case .logical, .spatial, .character, .arithmetic:
            throw failure(expression, "\(operation.rawValue) is no condition", remedy: "Compare it with a value.")
        }
    }

    /// The argument at a place; parsing has made sure that it is there.
    func argument(
        _ place: Int, of arguments: [FilterExpression], _ expression: FilterExpression
    ) throws -> FilterExpression {
        guard arguments.indices.contains(place) else {
            throw failure(expression, "an argument is missing", remedy: "Give all arguments.")
        }
        return arguments[place]
    }

    /// An error that names the place in the filter.
    func failure(_ expression: FilterExpression, _ complaint: String, remedy: String) -> GeodataError {
        GeodataError(
            .invalidFilter, "The filter is wrong at character \(expression.offset + 1): \(complaint).", remedy: remedy)
    }

    func unknownFunction(_ name: String, _ expression: FilterExpression) -> GeodataError {
        failure(
            expression, "there is no function \"\(name)\"",
            remedy: "Known are CASEI, ACCENTI, and the functions S_…, T_… and A_… of CQL2.")
    }
}
