import GeographyModel

/// Puts rings together to a multipolygon and checks each: long enough, closed, finite.
///
/// One builder serves a whole file: it collects in buffers that it keeps, and hands out arrays of just the right size.
struct PolygonBuilder {
    /// The first thing that is wrong with the geometry; with it set, the geometry is left out.
    private(set) var problem: BoundaryProblem?
    /// How many rings had to be closed.
    private(set) var closedRings = 0

    private var positions: [Position] = []
    private var ringEnds: [Int] = []
    private var polygonEnds: [Int] = []

    /// Forgets the last geometry.
    mutating func reset() {
        problem = nil
        closedRings = 0
        positions.removeAll(keepingCapacity: true)
        ringEnds.removeAll(keepingCapacity: true)
        polygonEnds.removeAll(keepingCapacity: true)
    }

    /// Notes what is wrong, unless something was before.
    mutating func fail(_ problem: BoundaryProblem) {
        if self.problem == nil { self.problem = problem }
    }

    /// Adds a position to the ring that is being built.
    @inline(__always) mutating func append(x: Double, y: Double) {
        positions.append(Position(longitude: x, latitude: y))
    }

    /// Adds a stretch of positions that are known to be finite.
    mutating func append(_ stretch: some Sequence<Position>) { positions.append(contentsOf: stretch) }

    /// Ends the ring: closes it where it is open, and checks that it has four positions then.
    mutating func endRing() {
        let start = ringEnds.last ?? 0
        if start < positions.count, positions[start] != positions[positions.count - 1], positions.count - start >= 3 {
            positions.append(positions[start])
            closedRings += 1
        }
        if positions.count - start < 4 { fail(.shortRing) }
        ringEnds.append(positions.count)
    }

    /// Ends the polygon; one without rings is a geometry without coordinates.
    mutating func endPolygon() {
        if ringEnds.count == polygonEnds.last ?? 0 { fail(.noCoordinates) }
        polygonEnds.append(ringEnds.count)
    }

    /// The geometry, in arrays of its own.
    func multiPolygon() -> MultiPolygon {
        MultiPolygon(
            positions: Self.copy(positions), ringEnds: Self.copy(ringEnds), polygonEnds: Self.copy(polygonEnds))
    }

    private static func copy<Element>(_ elements: [Element]) -> [Element] {
        [Element](unsafeUninitializedCapacity: elements.count) { buffer, count in
            _ = buffer.initialize(from: elements)
            count = elements.count
        }
    }
}
