/// A geometry that stands in a filter, in the filter's reference system.
public indirect enum FilterGeometry: Hashable, Sendable {
    /// A place, with a height where one was written. Heights are kept and printed; predicates do not look at them.
    public struct Coordinate: Hashable, Sendable {
        /// The first coordinate: longitude or easting.
        public var x: Double
        /// The second coordinate: latitude or northing.
        public var y: Double
        /// The height.
        public var z: Double?

        /// Makes a place.
        public init(x: Double, y: Double, z: Double? = nil) {
            self.x = x
            self.y = y
            self.z = z
        }
    }

    /// A place.
    case point(Coordinate)
    /// A line through at least two places.
    case lineString([Coordinate])
    /// An outside and holes; each ring is closed and has at least four places.
    case polygon([[Coordinate]])
    /// Places.
    case multiPoint([Coordinate])
    /// Lines.
    case multiLineString([[Coordinate]])
    /// Polygons.
    case multiPolygon([[[Coordinate]]])
    /// Geometries of any type.
    case collection([FilterGeometry])

    /// How many places it has in all.
    public var vertexCount: Int {
        switch self {
        case .point: 1
        case .lineString(let places), .multiPoint(let places): places.count
        case .polygon(let lines), .multiLineString(let lines): lines.reduce(0) { $0 + $1.count }
        case .multiPolygon(let polygons): polygons.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } }
        case .collection(let parts): parts.reduce(0) { $0 + $1.vertexCount }
        }
    }
}

/// A box that stands in a filter, in the filter's reference system; its sides belong to it.
///
/// Where `west` is greater than `east` the box crosses the antimeridian, as in OGC API – Features.
public struct FilterBox: Hashable, Sendable {
    /// Least first coordinate.
    public var west: Double
    /// Least second coordinate.
    public var south: Double
    /// Greatest first coordinate.
    public var east: Double
    /// Greatest second coordinate.
    public var north: Double
    /// Least and greatest height, where they were written; kept and printed, not looked at.
    public var heights: ClosedRange<Double>?

    /// Makes a box.
    public init(west: Double, south: Double, east: Double, north: Double, heights: ClosedRange<Double>? = nil) {
        self.west = west
        self.south = south
        self.east = east
        self.north = north
        self.heights = heights
    }
}
