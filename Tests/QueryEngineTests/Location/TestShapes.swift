import GeographyModel

/// Shapes in few words, for areas that tests look positions up in.
enum TestShapes {
    typealias Corner = (x: Double, y: Double)

    /// The corners of a square, anticlockwise.
    static func square(_ x: Double, _ y: Double, side: Double) -> [Corner] {
        [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
    }

    /// An area of polygons, each of them an outside and its holes, each of those as corners; rings are closed here.
    static func area(_ polygons: [[Corner]]...) -> MultiPolygon { area(polygons) }

    /// An area of any number of polygons.
    static func area(_ polygons: [[[Corner]]]) -> MultiPolygon {
        var area = MultiPolygon()
        for polygon in polygons {
            for ring in polygon { area.append(ring: (ring + ring.prefix(1)).map(position)) }
            area.closePolygon()
        }
        return area
    }

    /// An area of one ring exactly as it stands, closed or not.
    static func raw(_ ring: [Corner]) -> MultiPolygon {
        var area = MultiPolygon()
        area.append(ring: ring.map(position))
        area.closePolygon()
        return area
    }

    static func position(_ corner: Corner) -> Position { Position(longitude: corner.x, latitude: corner.y) }
}

/// Steele, Lea and Flood's SplitMix64: the same numbers for the same seed everywhere.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int) { state = UInt64(seed) }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
