/// The smallest box around a geometry, in CRS84 degrees; its sides belong to it.
public struct BoundingBox: Hashable, Sendable {
    /// Least longitude, in degrees.
    public var west: Double
    /// Least latitude, in degrees.
    public var south: Double
    /// Greatest longitude, in degrees.
    public var east: Double
    /// Greatest latitude, in degrees.
    public var north: Double

    /// Makes a box from its four sides, in the order that GeoJSON's `bbox` has (RFC 7946 §5).
    @inlinable
    public init(west: Double, south: Double, east: Double, north: Double) {
        self.west = west
        self.south = south
        self.east = east
        self.north = north
    }

    /// The box that holds nothing; its union with any box is that box.
    public static let empty = BoundingBox(
        west: .infinity, south: .infinity, east: -.infinity, north: -.infinity)

    /// Whether no position lies inside.
    public var isEmpty: Bool { west > east || south > north }

    /// Widens the box just enough to hold `position`.
    @inlinable
    public mutating func formUnion(_ position: Position) {
        west = min(west, position.longitude)
        south = min(south, position.latitude)
        east = max(east, position.longitude)
        north = max(north, position.latitude)
    }

    /// Widens the box just enough to hold `other`.
    @inlinable
    public mutating func formUnion(_ other: BoundingBox) {
        west = min(west, other.west)
        south = min(south, other.south)
        east = max(east, other.east)
        north = max(north, other.north)
    }

    /// Whether the two boxes share at least one position.
    public func intersects(_ other: BoundingBox) -> Bool {
        west <= other.east && other.west <= east && south <= other.north && other.south <= north
    }

    /// Whether `position` lies inside or on a side.
    public func contains(_ position: Position) -> Bool {
        (west...east).contains(position.longitude) && (south...north).contains(position.latitude)
    }
}
