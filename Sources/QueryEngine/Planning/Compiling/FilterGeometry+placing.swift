import GeographyModel

extension FilterGeometry {
    /// The longest edge that is transformed as it stands, in metres: a straight line of the grid and one of degrees are
    /// then nowhere more than some centimetres apart.
    private static let longestEdge = 1_000.0
    /// How many places are added at most.
    private static let addedPlaces = 20_000.0

    /// The same shape with places added on long edges, so that it keeps its shape when its places are transformed.
    func densified() -> FilterGeometry {
        let step = max(Self.longestEdge, length / Self.addedPlaces)
        func dense(_ line: [Coordinate]) -> [Coordinate] { Self.densified(line, step) }
        return switch self {
        case .point, .multiPoint: self
        case .lineString(let line): .lineString(dense(line))
        case .polygon(let rings): .polygon(rings.map(dense))
        case .multiLineString(let lines): .multiLineString(lines.map(dense))
        case .multiPolygon(let polygons): .multiPolygon(polygons.map { $0.map(dense) })
        case .collection(let parts): .collection(parts.map { $0.densified() })
        }
    }

    /// All places of the geometry.
    var places: [Coordinate] {
        switch self {
        case .point(let place): [place]
        case .lineString(let places), .multiPoint(let places): places
        case .polygon(let lines), .multiLineString(let lines): lines.flatMap(\.self)
        case .multiPolygon(let polygons): polygons.flatMap { $0.flatMap(\.self) }
        case .collection(let parts): parts.flatMap(\.places)
        }
    }

    private var length: Double {
        let places = places
        return zip(places, places.dropFirst()).reduce(0) { $0 + Self.distance($1.0, $1.1) }
    }

    private static func densified(_ line: [Coordinate], _ step: Double) -> [Coordinate] {
        var dense = Array(line.prefix(1))
        for (one, other) in zip(line, line.dropFirst()) {
            let pieces = max(1, (distance(one, other) / step).rounded(.up))
            for piece in stride(from: 1, to: pieces, by: 1) {
                let share = piece / pieces
                dense.append(Coordinate(x: one.x + (other.x - one.x) * share, y: one.y + (other.y - one.y) * share))
            }
            dense.append(other)
        }
        return dense
    }

    private static func distance(_ one: Coordinate, _ other: Coordinate) -> Double {
        ((one.x - other.x) * (one.x - other.x) + (one.y - other.y) * (one.y - other.y)).squareRoot()
    }
}

extension FilterBox {
    /// The box with longitude first, where its system has latitude first.
    func longitudeFirst(_ system: CoordinateReferenceSystem) -> FilterBox {
        guard system == .epsg4326 else { return self }
        return FilterBox(west: south, south: west, east: north, north: east)
    }
}
