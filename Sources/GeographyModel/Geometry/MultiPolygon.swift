/// The ground that an area covers: polygons with holes, in CRS84 degrees, stored flat.
///
/// All positions stand in one array and the rings and polygons are ranges of it, so a country of two million
/// vertices is three allocations an area, not one a ring. Rings are closed: the last position repeats the first.
/// The first ring of a polygon is its outside, the others are its holes.
///
/// ```swift
/// var triangle = MultiPolygon()
/// triangle.append(ring: [.init(longitude: 0, latitude: 0), .init(longitude: 1, latitude: 0),
///                        .init(longitude: 0, latitude: 1), .init(longitude: 0, latitude: 0)])
/// triangle.closePolygon()
/// ```
public struct MultiPolygon: Hashable, Sendable {
    /// Every position of every ring, one after the other.
    public var positions: [Position]
    /// For each ring, the index in `positions` just past its last position.
    public var ringEnds: [Int]
    /// For each polygon, the index in `ringEnds` just past its last ring.
    public var polygonEnds: [Int]

    /// Makes a geometry that covers nothing.
    public init() {
        positions = []
        ringEnds = []
        polygonEnds = []
    }

    /// Makes a geometry from flat parts that are already consistent with one another.
    public init(positions: [Position], ringEnds: [Int], polygonEnds: [Int]) {
        self.positions = positions
        self.ringEnds = ringEnds
        self.polygonEnds = polygonEnds
    }

    /// Whether there is no polygon at all.
    public var isEmpty: Bool { polygonEnds.isEmpty }

    /// Adds a closed ring to the polygon that is being built.
    public mutating func append(ring: some Sequence<Position>) {
        positions.append(contentsOf: ring)
        ringEnds.append(positions.count)
    }

    /// Ends the polygon that is being built; the next ring starts another one.
    public mutating func closePolygon() {
        polygonEnds.append(ringEnds.count)
    }

    /// The range of `positions` that the ring at `index` takes.
    @inlinable
    public func positionRange(ofRing index: Int) -> Range<Int> {
        (index == 0 ? 0 : ringEnds[index - 1])..<ringEnds[index]
    }

    /// The range of rings that the polygon at `index` takes; its first ring is the outside.
    @inlinable
    public func ringRange(ofPolygon index: Int) -> Range<Int> {
        (index == 0 ? 0 : polygonEnds[index - 1])..<polygonEnds[index]
    }

    /// The positions of the ring at `index`, first repeated last.
    @inlinable
    public func ring(_ index: Int) -> ArraySlice<Position> {
        positions[positionRange(ofRing: index)]
    }

    /// The smallest box around all positions; `BoundingBox.empty` where there are none.
    public var boundingBox: BoundingBox {
        var box = BoundingBox.empty
        for position in positions { box.formUnion(position) }
        return box
    }
}
