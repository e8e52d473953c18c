import GeographyModel

/// The boundaries of areas as arcs that neighbours share, on an integer grid of CRS84 degrees.
///
/// An arc is a longest chain of vertices along which nothing meets it, or a whole ring that nothing meets. Every arc is
/// stored once, whoever uses it: the districts on both of its sides, and the regions above them. Whatever is done to an
/// arc is therefore done to all of its areas, and no gap or overlap can open between them.
///
/// ```swift
/// let network = try ArcNetwork(districts + regions)
/// let forMaps = network.generalised(tolerance: 100).boundaries()
/// ```
///
/// Rings run with their area on the left: outsides anticlockwise, holes clockwise (RFC 7946 §3.1.6). A ring is a list
/// of arc references: `i` for the arc numbered `i`, `~i` for the same arc taken backwards (TopoJSON 1.0 §2.1.4).
public struct ArcNetwork: Sendable {
    /// Grid steps in a degree; 10 000 000 is a step of 1e-7 degree, about 1 cm.
    public let stepsPerDegree: Double

    /// The vertices of every arc, one arc after the other, both of its ends included.
    var points: [GridPoint] = []
    /// For each arc, the index in `points` just past its last vertex.
    var arcEnds: [Int] = []
    /// For each arc, the number of the junction at which it begins.
    var arcOrigins: [Int32] = []
    /// For each arc, the number of the junction at which it ends; the same as its origin for a closed arc.
    var arcDestinations: [Int32] = []
    /// How many junctions there are, counting one for every closed arc that nothing meets.
    var junctionCount = 0

    /// The arc references of every ring, one ring after the other.
    var references: [Int32] = []
    /// For each ring, the index in `references` just past its last one.
    var ringEnds: [Int] = []
    /// For each polygon, the index in `ringEnds` just past its last ring. Its first ring is the outside.
    var polygonEnds: [Int] = []
    /// For each area, the index in `polygonEnds` just past its last polygon.
    var areaEnds: [Int] = []

    init(stepsPerDegree: Double) {
        self.stepsPerDegree = stepsPerDegree
    }

    /// How many areas the network holds, in the order in which they were given; an area can be without a polygon.
    public var areaCount: Int { areaEnds.count }
    /// How many distinct arcs there are.
    public var arcCount: Int { arcEnds.count }
    /// How many polygons all areas have together.
    public var polygonCount: Int { polygonEnds.count }
    /// How many vertices the arcs have together; a junction counts once for every arc that ends there.
    public var vertexCount: Int { points.count }
}

extension ArcNetwork {
    /// The range of `points` that the arc takes.
    @inline(__always)
    func pointRange(ofArc arc: Int) -> Range<Int> { (arc == 0 ? 0 : arcEnds[arc - 1])..<arcEnds[arc] }
    /// The range of `references` that the ring takes.
    @inline(__always)
    func referenceRange(ofRing ring: Int) -> Range<Int> { (ring == 0 ? 0 : ringEnds[ring - 1])..<ringEnds[ring] }
    /// The range of rings that the polygon takes.
    @inline(__always)
    func ringRange(ofPolygon polygon: Int) -> Range<Int> {
        (polygon == 0 ? 0 : polygonEnds[polygon - 1])..<polygonEnds[polygon]
    }
    /// The range of polygons that the area takes.
    @inline(__always)
    func polygonRange(ofArea area: Int) -> Range<Int> { (area == 0 ? 0 : areaEnds[area - 1])..<areaEnds[area] }

    /// The arc that a reference names, whichever way it is taken.
    @inline(__always)
    static func arc(of reference: Int32) -> Int { Int(reference < 0 ? ~reference : reference) }
    /// The junction at which a reference begins.
    @inline(__always)
    func origin(of reference: Int32) -> Int {
        Int(reference < 0 ? arcDestinations[Int(~reference)] : arcOrigins[Int(reference)])
    }
    /// The junction at which a reference ends.
    @inline(__always)
    func destination(of reference: Int32) -> Int { origin(of: ~reference) }

    /// The place of a vertex, in CRS84 degrees: the decimal fraction nearest to what was read.
    @inline(__always)
    func position(_ point: GridPoint) -> Position {
        Position(longitude: Double(point.x) / stepsPerDegree, latitude: Double(point.y) / stepsPerDegree)
    }

    /// For each arc, its share of twice the signed area of the rings that take it forwards, in square steps.
    ///
    /// Shoelace formula from the grid's origin in whole numbers: the shares of a ring's arcs add up without rounding.
    func doubledAreaShares() -> [Int128] {
        var shares = [Int128](repeating: 0, count: arcCount)
        for arc in shares.indices {
            let range = pointRange(ofArc: arc)
            var sum: Int128 = 0
            for index in range.dropLast() { sum += GridPoint.cross(points[index], points[index + 1]) }
            shares[arc] = sum
        }
        return shares
    }

    /// Twice the signed area of a run of references, in square steps, from the shares of its arcs.
    func doubledArea(of run: some Sequence<Int32>, shares: [Int128]) -> Int128 {
        run.reduce(0) { $0 + ($1 < 0 ? -shares[Int(~$1)] : shares[Int($1)]) }
    }
}
