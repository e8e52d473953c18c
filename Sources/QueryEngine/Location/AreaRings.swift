import GeographyModel

/// The rings of all areas, cleaned and flat: every vertex in one array, ring after ring, each ring closed.
///
/// The edge at an index runs from the vertex there to the next one; a ring's last vertex repeats its first, and begins
/// no edge. Positions whose coordinates are not finite, or too great to multiply, are left out; a ring that is not
/// closed is closed. A ring of one position becomes one edge of no length.
struct AreaRings: Sendable {
    /// The greatest size of a coordinate whose products stay exact; see ``ExactOrientation``.
    static let greatestCoordinate = 1e140

    /// Every vertex of every ring, in CRS84 degrees; fewer than 2²⁶, so that 32 bits number all candidates.
    private(set) var vertices: [Position] = []
    /// For each ring, the index in `vertices` just past its last vertex.
    private var ringEnds: [Int] = []
    /// For each area, the index in `ringEnds` just past its last ring.
    private var areaEnds: [Int] = []
    /// The box around all vertices.
    private(set) var box = BoundingBox.empty

    init(_ geometries: [MultiPolygon]) {
        vertices.reserveCapacity(geometries.reduce(0) { $0 + $1.positions.count })
        areaEnds.reserveCapacity(geometries.count)
        for geometry in geometries {
            append(geometry)
            areaEnds.append(ringEnds.count)
        }
        precondition(vertices.count < 1 << 26, "boundaries of 2²⁶ vertices are beyond what the index can number")
    }

    /// How many areas there are, those without any ring among them.
    var areaCount: Int { areaEnds.count }

    /// How many edges all rings have together.
    var edgeCount: Int { vertices.count - ringEnds.count }

    /// The vertices of each ring of an area, as ranges of `vertices`.
    func rings(ofArea area: Int) -> some Sequence<Range<Int>> {
        let rings = (area == 0 ? 0 : areaEnds[area - 1])..<areaEnds[area]
        return rings.lazy.map { ($0 == 0 ? 0 : ringEnds[$0 - 1])..<ringEnds[$0] }
    }

    private mutating func append(_ geometry: MultiPolygon) {
        let rings = min(geometry.polygonEnds.last ?? 0, geometry.ringEnds.count)
        var start = 0
        for ring in 0..<max(0, rings) {
            let end = min(max(start, geometry.ringEnds[ring]), geometry.positions.count)
            append(ring: geometry.positions[start..<end])
            start = end
        }
    }

    private mutating func append(ring: ArraySlice<Position>) {
        let start = vertices.count
        for position in ring where Self.isUsable(position) {
            vertices.append(position)
            box.formUnion(position)
        }
        guard vertices.count > start else { return }
        if vertices.count == start + 1 || vertices[start] != vertices[vertices.count - 1] {
            vertices.append(vertices[start])
        }
        ringEnds.append(vertices.count)
    }

    private static func isUsable(_ position: Position) -> Bool {
        position.longitude.magnitude <= greatestCoordinate && position.latitude.magnitude <= greatestCoordinate
    }
}
