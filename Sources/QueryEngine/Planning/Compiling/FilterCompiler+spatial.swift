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
        case .box(let written):
            let box = written.longitudeFirst(system)
            guard box.south <= box.north, box.west <= box.east || !system.isInMetres else {
                throw failure(
                    expression, "a side of the box lies beyond the opposite one",
                    remedy: "Write the least coordinates first, in the order of the axes of \(system.shortName).")
            }
            let degrees: CoordinateReferenceSystem = system == .epsg4326 ? .crs84 : system
            let sql = try placed(box.asGeometry, in: degrees, at: expression)
            let isPlain = box.west <= box.east && !system.isInMetres
            return .geometry(Term.GeometryTerm(sql: sql, box: isPlain ? box : nil))
        case .geometry(let geometry):
            return .geometry(Term.GeometryTerm(sql: try placed(geometry, in: system, at: expression)))
        default: throw failure(expression, "a geometry was expected", remedy: "Write POINT(…) or BBOX(…).")
        }
    }

    /// A geometry of the filter in EPSG:4326, remembered so that it is checked before the statement runs.
    private mutating func placed(
        _ geometry: FilterGeometry, in system: CoordinateReferenceSystem, at expression: FilterExpression
    ) throws -> SQLFragment {
        if !system.isInMetres {
            let isSwapped = system == .epsg4326
            let limits = isSwapped ? (90.0, 180.0) : (180.0, 90.0)
            guard geometry.places.allSatisfy({ abs($0.x) <= limits.0 && abs($0.y) <= limits.1 }) else {
                throw failure(
                    expression, "the geometry is not in degrees\(isSwapped ? ", latitude first" : "")",
                    remedy: "Give longitude before latitude, or name the reference system of the geometry.")
            }
        }
        let shape = system.isInMetres ? geometry.densified() : geometry
        let sql = scope.dialect.geometry(shape.wellKnownBinary, in: system)
        geometries.append((expression.offset, sql))
        return sql
    }
}
