/// What a feature shows on a map, in CRS84 degrees.
public enum FeatureGeometry: Sendable {
    /// An area's ground.
    case multiPolygon(MultiPolygon)
    /// A single place.
    case point(Position)
    /// A GeoJSON geometry object that is already encoded (RFC 7946 text, UTF-8) and is handed out as it stands,
    /// with the box around it.
    case encoded([UInt8], BoundingBox)

    /// The smallest box around the geometry.
    public var boundingBox: BoundingBox {
        switch self {
        case .multiPolygon(let polygons): polygons.boundingBox
        case .point(let position):
            BoundingBox(
                west: position.longitude, south: position.latitude, east: position.longitude, north: position.latitude)
        case .encoded(_, let box): box
        }
    }
}

/// How much of its geometry a feature is handed out with.
public enum GeometryDetail: String, CaseIterable, Sendable {
    /// The boundary as it is stored.
    case full
    /// The boundary generalised for maps, with the edges that neighbours share kept shared.
    case generalised
    /// One point, the centroid.
    case centroid
    /// Nothing: attributes only.
    case none
}
