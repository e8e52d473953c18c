import GeographyModel
import SpatialStore

/// `S_INTERSECTS` and the other relations of geometries (OGC 06-103r4).
extension FilterCompiler {
    mutating func spatial(
        _ operation: FilterOperator, _ arguments: [FilterExpression], at expression: FilterExpression, isNegated: Bool
    ) throws -> SQLFragment {
        // Apart is the opposite of touching in any way, and only that can be asked of the index.
        if operation == .spatialDisjoint {
            return try spatial(.spatialIntersects, arguments, at: expression, isNegated: !isNegated)
        }
        let left = try geometry(try argument(0, of: arguments, expression))
        let right = try geometry(try argument(1, of: arguments, expression))
        let positive = relation(operation, left, right)
        guard isNegated else { return positive }
        let existing = [left.exists, right.exists].compactMap(\.self)
        return (existing + ["NOT (\(positive))"]).joined(by: " AND ")
    }

    private mutating func relation(
        _ operation: FilterOperator, _ left: Term.GeometryTerm, _ right: Term.GeometryTerm
    ) -> SQLFragment {
        let exact = scope.dialect.holds(operation, left.sql, right.sql)
        // Every relation but being apart needs boxes that touch.
        guard left.isIndexed != right.isIndexed else { return exact }
        let literal = left.isIndexed ? right : left
        indexed.append(operation)
        let isNear = scope.dialect.isNear("area.area_key", literal.sql)
        let isWithinCounted = operation == .spatialIntersects || (operation == .spatialWithin && left.isIndexed)
        guard isWithinCounted, let box = literal.box else { return "(\(isNear) AND \(exact))" }
        // What lies in the box with all its own box needs no second look.
        let isInside = scope.dialect.isInside(
            "area.area_key", BoundingBox(west: box.west, south: box.south, east: box.east, north: box.north))
        return "(\(isNear) AND (\(isInside) OR \(exact)))"
    }

    private mutating func geometry(_ expression: FilterExpression) throws -> Term.GeometryTerm {
        switch try term(expression) {
        case .geometry(let geometry): return geometry
        case .anything(let column): return Term.GeometryTerm(sql: column, exists: "\(column) IS NOT NULL")
        case let other:
            throw failure(
                expression, "a geometry was expected, and \(Self.name(expression)) is \(other.label)",
                remedy: "Write geometry, POINT(…), BBOX(…) or another geometry.")
        }
    }

    /// The geometry of the collection's features.
    var featureGeometry: Term.GeometryTerm {
        switch scope.collection {
        case .initiatives:
            Term.GeometryTerm(
                sql: scope.dialect.point("initiative.longitude", "initiative.latitude"),
                exists: "initiative.longitude IS NOT NULL")
        case .areas, .estimates:
            Term.GeometryTerm(sql: "area.geometry", exists: "area.geometry IS NOT NULL", isIndexed: true)
        }
    }

    /// A geometry that the filter itself gives.
    mutating func geometryTerm(_ expression: FilterExpression) throws -> Term {
        switch expression.node {
        case .box(let box):
            let sql = scope.dialect.geometry(box.asGeometry.wellKnownBinary, in: system)
            geometries.append((expression.offset, sql))
            let isPlain = box.west <= box.east && system == .crs84
            return .geometry(Term.GeometryTerm(sql: sql, box: isPlain ? box : nil))
        case .geometry(let geometry):
            let sql = scope.dialect.geometry(geometry.wellKnownBinary, in: system)
            geometries.append((expression.offset, sql))
            return .geometry(Term.GeometryTerm(sql: sql))
        default: throw failure(expression, "a geometry was expected", remedy: "Write POINT(…) or BBOX(…).")
        }
    }
}
