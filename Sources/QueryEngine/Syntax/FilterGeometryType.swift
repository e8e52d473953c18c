/// The types of geometry; the raw value is GeoJSON's name, which is WKT's name in mixed case.
enum FilterGeometryType: String, CaseIterable {
    case point = "Point"
    case lineString = "LineString"
    case polygon = "Polygon"
    case multiPoint = "MultiPoint"
    case multiLineString = "MultiLineString"
    case multiPolygon = "MultiPolygon"
    case collection = "GeometryCollection"
}

extension FilterGeometry {
    /// Its type.
    var type: FilterGeometryType {
        switch self {
        case .point: .point
        case .lineString: .lineString
        case .polygon: .polygon
        case .multiPoint: .multiPoint
        case .multiLineString: .multiLineString
        case .multiPolygon: .multiPolygon
        case .collection: .collection
        }
    }

    /// Whether every place has a height.
    var hasHeights: Bool {
        switch self {
        case .point(let place): place.z != nil
        case .lineString(let places), .multiPoint(let places): places.allSatisfy { $0.z != nil }
        case .polygon(let lines), .multiLineString(let lines): lines.joined().allSatisfy { $0.z != nil }
        case .multiPolygon(let polygons): polygons.joined().joined().allSatisfy { $0.z != nil }
        case .collection(let parts): parts.allSatisfy(\.hasHeights)
        }
    }
}
