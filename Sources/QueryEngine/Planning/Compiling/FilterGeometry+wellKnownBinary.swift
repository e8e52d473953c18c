extension FilterGeometry {
    /// The geometry in two dimensions as well-known binary (OGC 06-103r4), little-endian.
    var wellKnownBinary: [UInt8] {
        var writer = WellKnownBinaryWriter()
        writer.put(self)
        return writer.bytes
    }
}

extension FilterBox {
    /// The box as a polygon; as two where it crosses the antimeridian, as a point or a line where it has no area.
    var asGeometry: FilterGeometry {
        if west > east {
            return .multiPolygon([[Self.ring(west, south, 180, north)], [Self.ring(-180, south, east, north)]])
        }
        let corners = (FilterGeometry.Coordinate(x: west, y: south), FilterGeometry.Coordinate(x: east, y: north))
        if west == east, south == north { return .point(corners.0) }
        if west == east || south == north { return .lineString([corners.0, corners.1]) }
        return .polygon([Self.ring(west, south, east, north)])
    }

    private static func ring(
        _ west: Double, _ south: Double, _ east: Double, _ north: Double
    ) -> [FilterGeometry.Coordinate] {
        [(west, south), (east, south), (east, north), (west, north), (west, south)].map {
            FilterGeometry.Coordinate(x: $0.0, y: $0.1)
        }
    }
}

private struct WellKnownBinaryWriter {
    private(set) var bytes: [UInt8] = []

    mutating func put(_ geometry: FilterGeometry) {
        bytes.append(1)
        switch geometry {
        case .point(let place):
            put(UInt32(1))
            put(place)
        case .lineString(let places):
            put(UInt32(2))
            put(places)
        case .polygon(let rings):
            put(UInt32(3))
            put(UInt32(rings.count))
            for ring in rings { put(ring) }
        case .multiPoint(let places): put(4, places.map { .point($0) })
        case .multiLineString(let lines): put(5, lines.map { .lineString($0) })
        case .multiPolygon(let polygons): put(6, polygons.map { .polygon($0) })
        case .collection(let parts): put(7, parts)
        }
    }

    private mutating func put(_ type: UInt32, _ parts: [FilterGeometry]) {
        put(type)
        put(UInt32(parts.count))
        for part in parts { put(part) }
    }

    private mutating func put(_ places: [FilterGeometry.Coordinate]) {
        put(UInt32(places.count))
        for place in places { put(place) }
    }

    private mutating func put(_ place: FilterGeometry.Coordinate) {
        put(place.x.bitPattern)
        put(place.y.bitPattern)
    }

    private mutating func put(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
