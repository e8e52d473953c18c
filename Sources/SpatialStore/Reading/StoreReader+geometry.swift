import Foundation
import GRDB
public import GeographyModel

extension StoreReader {
    /// Hands out the geometry of each area of a type, in the order of their codes, one at a time.
    ///
    /// - Parameters:
    ///   - type: The level of geography.
    ///   - detail: Which geometry; areas that have none are handed out with `nil`.
    ///   - body: Takes each area as it is read, so that a country of small areas never stands in memory at once.
    public func forEachGeometry(
        of type: AreaType, detail: GeometryDetail, _ body: (AreaCode, FeatureGeometry?) throws -> Void
    ) throws {
        let cursor = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT area_code, \(Self.columns(of: detail)) FROM area LEFT JOIN area_generalised USING (area_key)
                    WHERE area_type = ? ORDER BY area_code
                    """),
            arguments: [type.rawValue])
        while let row = try cursor.next() {
            try body(AreaCode(row[0]), try Self.makeGeometry(row, detail))
        }
    }

    /// The geometry of one area.
    public func geometry(of code: AreaCode, detail: GeometryDetail) throws -> FeatureGeometry? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT area_code, \(Self.columns(of: detail)) FROM area LEFT JOIN area_generalised USING (area_key)
                    WHERE area_code = ?
                    """),
            arguments: [code.rawValue])
        return try row.flatMap { try Self.makeGeometry($0, detail) }
    }

    /// The box around the geometries that ``forEachGeometry(of:detail:_:)`` hands out, CRS84; `nil` where there are none.
    public func boundingBox(of type: AreaType, detail: GeometryDetail) throws -> BoundingBox? {
        let columns =
            switch detail {
            case .full:
                "min(MbrMinX(geometry)), min(MbrMinY(geometry)), max(MbrMaxX(geometry)), max(MbrMaxY(geometry))"
            case .generalised: "min(west), min(south), max(east), max(north)"
            case .centroid: "min(longitude), min(latitude), max(longitude), max(latitude)"
            case .none: "NULL"
            }
        let row = try Row.fetchOne(
            db,
            sql: "SELECT \(columns) FROM area LEFT JOIN area_generalised USING (area_key) WHERE area_type = ?",
            arguments: [type.rawValue])
        guard let row, detail != .none, let west: Double = row[0] else { return nil }
        return BoundingBox(west: west, south: row[1], east: row[2], north: row[3])
    }

    /// The places of areas in the hexagon cartogram, as column and row (odd rows shoved right).
    public func hexagons(of type: AreaType) throws -> [AreaCode: (column: Int, row: Int)] {
        let places = try rows(
            "SELECT area_code, hex_q, hex_r FROM area WHERE area_type = ? AND hex_q IS NOT NULL", [type.rawValue]
        ) { (AreaCode($0[0]), (column: $0[1] as Int, row: $0[2] as Int)) }
        return Dictionary(uniqueKeysWithValues: places)
    }

    private static func columns(of detail: GeometryDetail) -> String {
        switch detail {
        case .full: "geometry"
        case .generalised: "geojson, west, south, east, north"
        case .centroid: "longitude, latitude"
        case .none: "NULL"
        }
    }

    private static func makeGeometry(_ row: Row, _ detail: GeometryDetail) throws -> FeatureGeometry? {
        guard !row.hasNull(atIndex: 1) else { return nil }
        switch detail {
        case .full:
            let geometry = try row.withUnsafeData(atIndex: 1) { data in
                data?.withUnsafeBytes { SpatiaLiteBlob.decode($0) }
            }
            guard let geometry else {
                throw GeodataError(.storeCorrupt, "The boundary of \(row[0] as String) in the store cannot be read.")
            }
            return .multiPolygon(geometry)
        case .generalised:
            let box = BoundingBox(west: row[2], south: row[3], east: row[4], north: row[5])
            return .encoded(Array((row[1] as String).utf8), box)
        case .centroid: return .point(Position(longitude: row[1], latitude: row[2]))
        case .none: return nil
        }
    }
}
