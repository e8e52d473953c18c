import GeographyModel

/// Geometry in 128-bit integers, which shares nothing with the floating-point arithmetic under test.
///
/// Coordinates must be multiples of 2⁻⁵⁶ below 64 in size, so that a doubled area stays below 2¹²⁶.
enum IntegerGeometry {
    private static let unit = 0x1p56

    /// The sign of the turn from `start` over `end` to `position`; positive to the left.
    static func turn(_ start: Position, _ end: Position, _ position: Position) -> Int {
        let (x, y) = (integer(position.longitude), integer(position.latitude))
        let left = (integer(start.longitude) - x) * (integer(end.latitude) - y)
        let right = (integer(start.latitude) - y) * (integer(end.longitude) - x)
        return (left - right).signum() == 0 ? 0 : left > right ? 1 : -1
    }

    /// Whether an area covers a position: every edge asked, by a ray to the north.
    static func covers(_ area: MultiPolygon, _ position: Position) -> Bool {
        let (x, y) = (position.longitude, position.latitude)
        var isInside = false
        for ring in area.ringEnds.indices {
            let ring = area.ring(ring)
            for (start, end) in zip(ring, ring.dropFirst()) {
                let isBetween = (start.longitude > x) != (end.longitude > x)
                let west = min(start.longitude, end.longitude)
                let east = max(start.longitude, end.longitude)
                guard isBetween || west <= x && x <= east else { continue }
                let south = min(start.latitude, end.latitude)
                let north = max(start.latitude, end.latitude)
                let turn = turn(start, end, position)
                if turn == 0, south <= y, y <= north { return true }
                if isBetween, (turn < 0) == (end.longitude > start.longitude) { isInside.toggle() }
            }
        }
        return isInside
    }

    private static func integer(_ coordinate: Double) -> Int128 {
        guard let integer = Int128(exactly: coordinate * unit) else { fatalError("\(coordinate) is too fine") }
        return integer
    }
}
