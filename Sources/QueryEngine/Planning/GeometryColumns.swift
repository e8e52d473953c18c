import GeographyModel
import SpatialStore

/// The columns that a feature's geometry is read from, and how.
enum GeometryColumns {
    /// The columns, in the order in which ``read(_:at:_:)`` expects them.
    static func columns(_ query: FeatureQuery, _ scope: inout SQLScope) -> [SQLFragment] {
        let dialect = scope.dialect
        switch shape(query) {
        case .nothing: return []
        case .point:
            let table: SQLFragment = query.collection == .initiatives ? "initiative" : "area"
            if query.system == .crs84 { return ["\(table).longitude", "\(table).latitude"] }
            let point = dialect.point("\(table).longitude", "\(table).latitude")
            let coordinates = dialect.coordinates(of: dialect.output(point, in: query.system))
            return [coordinates.0, coordinates.1]
        case .encoded:
            scope.use(.generalised)
            return ["geojson", "west", "south", "east", "north"].map { "area_generalised.\(name: $0)" }
        case .polygons:
            guard query.geometry == .generalised else { return [dialect.output("area.geometry", in: query.system)] }
            scope.use(.generalised)
            return [dialect.output(dialect.geometry(fromGeoJSON: "area_generalised.geojson"), in: query.system)]
        }
    }

    /// How many columns there are.
    static func count(_ query: FeatureQuery) -> Int {
        switch shape(query) {
        case .nothing: 0
        case .polygons: 1
        case .point: 2
        case .encoded: 5
        }
    }

    /// Reads the geometry from a row, its first column at `place`.
    static func read(_ query: FeatureQuery, _ row: ResultRow, at place: Int) throws -> FeatureGeometry? {
        switch shape(query) {
        case .nothing: return nil
        case .polygons: return try row.multiPolygon(at: place).map { .multiPolygon($0) }
        case .point:
            guard let first = row.value(at: place).number, let second = row.value(at: place + 1).number else {
                return nil
            }
            return .point(Position(longitude: first, latitude: second))
        case .encoded:
            guard case .text(let geojson) = row.value(at: place) else { return nil }
            let sides = (1...4).compactMap { row.value(at: place + $0).number }
            guard sides.count == 4 else { return nil }
            return .encoded(
                Array(geojson.utf8), BoundingBox(west: sides[0], south: sides[1], east: sides[2], north: sides[3]))
        }
    }

    /// The box around the geometries as least and greatest first and second coordinates, CRS84.
    static func extent(_ query: FeatureQuery, _ scope: inout SQLScope) -> [SQLFragment] {
        switch shape(query) {
        case .nothing: return ["NULL", "NULL", "NULL", "NULL"]
        case .point:
            let table: SQLFragment = query.collection == .initiatives ? "initiative" : "area"
            return [
                "min(\(table).longitude)", "min(\(table).latitude)", "max(\(table).longitude)",
                "max(\(table).latitude)",
            ]
        case .encoded, .polygons:
            guard query.geometry == .generalised else { return scope.dialect.extent(of: "area.geometry") }
            scope.use(.generalised)
            return [
                "min(area_generalised.west)", "min(area_generalised.south)", "max(area_generalised.east)",
                "max(area_generalised.north)",
            ]
        }
    }

    private enum Shape {
        case nothing
        case point
        case encoded
        case polygons
    }

    private static func shape(_ query: FeatureQuery) -> Shape {
        switch query.geometry {
        case .none: .nothing
        case .centroid: .point
        case .full: query.collection == .initiatives ? .point : .polygons
        case .generalised:
            query.collection == .initiatives ? .point : query.system == .crs84 ? .encoded : .polygons
        }
    }
}

extension SQLValue {
    /// The number, where it is one.
    var number: Double? {
        switch self {
        case .integer(let whole): Double(whole)
        case .real(let number): number
        case .null, .text, .blob: nil
        }
    }
}
