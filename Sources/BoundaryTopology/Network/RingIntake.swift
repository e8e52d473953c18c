import GeographyModel

/// Reads polygons into rings of numbered vertices: duplicates, spikes and rings without ground are dropped, and every
/// ring is turned so that its area lies on the left.
struct RingIntake {
    /// The vertices' numbers by the key of their grid point.
    private(set) var table: KeyTable
    /// The vertices of every ring, one ring after the other, the first not repeated.
    private(set) var vertices: [Int32] = []
    /// For each ring, the index in `vertices` just past its last one.
    private(set) var ringEnds: [Int] = []
    /// For each polygon, the index in `ringEnds` just past its last ring.
    private(set) var polygonEnds: [Int] = []
    /// For each area, the index in `polygonEnds` just past its last polygon.
    private(set) var areaEnds: [Int] = []
    private let stepsPerDegree: Double

    /// Prepares for about `positionCount` positions, of which at least half are usually shared.
    init(stepsPerDegree: Double, positionCount: Int) {
        self.stepsPerDegree = stepsPerDegree
        table = KeyTable(capacity: positionCount / 2 + 8)
        vertices.reserveCapacity(positionCount)
    }

    /// Takes in one area.
    ///
    /// - Throws: `GeodataError` `inputMalformed` where a position is not on Earth.
    mutating func take(_ area: MultiPolygon) throws(GeodataError) {
        for polygon in area.polygonEnds.indices {
            let rings = area.ringRange(ofPolygon: polygon)
            for ring in rings {
                let isOutside = ring == rings.lowerBound
                let hasGround = try take(area.ring(ring), anticlockwise: isOutside)
                if hasGround { ringEnds.append(vertices.count) } else if isOutside { break }
            }
            if ringEnds.count > polygonEnds.last ?? 0 { polygonEnds.append(ringEnds.count) }
        }
        areaEnds.append(polygonEnds.count)
    }

    /// Adds a ring to `vertices`; leaves nothing behind and returns false where it encloses no ground.
    private mutating func take(_ ring: ArraySlice<Position>, anticlockwise: Bool) throws(GeodataError) -> Bool {
        let start = vertices.count
        for position in ring {
            let vertex = table.number(of: try gridPoint(position).key)
            let count = vertices.count
            if count > start, vertices[count - 1] == vertex { continue }
            if count > start + 1, vertices[count - 2] == vertex {
                // There and back again: the last vertex is the tip of a spike.
                vertices.removeLast()
            } else {
                vertices.append(vertex)
            }
        }
        closeWithoutSpikes(from: start)
        let area = doubledArea(from: start)
        guard vertices.count - start >= 3, area != 0 else {
            vertices.removeSubrange(start...)
            return false
        }
        if (area > 0) != anticlockwise { vertices[start...].reverse() }
        return true
    }

    private func gridPoint(_ position: Position) throws(GeodataError) -> GridPoint {
        guard abs(position.longitude) <= 180, abs(position.latitude) <= 90 else {
            throw GeodataError(
                .inputMalformed, "A boundary has the position \(position.longitude), \(position.latitude).",
                remedy: "Give CRS84 degrees, longitude (−180…180) before latitude (−90…90).")
        }
        return GridPoint(
            x: Int32((position.longitude * stepsPerDegree).rounded()),
            y: Int32((position.latitude * stepsPerDegree).rounded()))
    }

    /// Drops the repeated first vertex and the spikes across the place where the ring closes.
    private mutating func closeWithoutSpikes(from start: Int) {
        var head = start
        while vertices.count - head >= 2 {
            let last = vertices.count - 1
            if vertices[last] == vertices[head] || vertices[last - 1] == vertices[head] {
                vertices.removeLast()
            } else if vertices[last] == vertices[head + 1] {
                head += 1
            } else {
                break
            }
        }
        vertices.removeSubrange(start..<head)
    }

    private func doubledArea(from start: Int) -> Int128 {
        guard var previous = vertices.last.map({ GridPoint(key: table.keys[Int($0)]) }) else { return 0 }
        var sum: Int128 = 0
        for vertex in vertices[start...] {
            let next = GridPoint(key: table.keys[Int(vertex)])
            sum += GridPoint.cross(previous, next)
            previous = next
        }
        return sum
    }
}
