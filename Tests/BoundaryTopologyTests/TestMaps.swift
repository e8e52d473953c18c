import GeographyModel

/// A closed ring through the corners, which are in thousandths of a degree.
func ring(_ corners: [(Int, Int)]) -> [Position] {
    (corners + corners.prefix(1)).map { Position(longitude: Double($0.0) / 1000, latitude: Double($0.1) / 1000) }
}

/// Polygons, each a list of rings through corners in thousandths of a degree.
func shape(_ polygons: [[(Int, Int)]]...) -> MultiPolygon {
    var shape = MultiPolygon()
    for polygon in polygons {
        for corners in polygon { shape.append(ring: ring(corners)) }
        shape.closePolygon()
    }
    return shape
}

/// The corners of a square, anticlockwise, in thousandths of a degree.
func square(_ x: Int, _ y: Int, side: Int) -> [(Int, Int)] {
    [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
}

/// Random numbers that are the same on every machine (SplitMix64, Steele, Lea and Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// A square of `cells` × `cells` areas, 0.01 degrees wide each, whose inner borders wander at random.
///
/// A border strays from the straight line by at most 0.8 of the way to its nearer end, so no two of them can cross.
/// The outline of the whole is straight.
struct RandomPartition {
    let cells: Int
    private var borders: [[Position]] = []

    init(cells: Int, seed: UInt64, stepsPerBorder: Int = 8) {
        self.cells = cells
        var generator = SeededGenerator(state: seed)
        for isUpright in [false, true] {
            for line in 0...cells {
                for piece in 0..<cells {
                    let isOutline = line == 0 || line == cells
                    borders.append(
                        (0...stepsPerBorder).map { step in
                            let along = Double(step) / Double(stepsPerBorder)
                            let stray = isOutline ? 0 : 0.8 * min(along, 1 - along)
                            let across = stray == 0 ? 0 : Double.random(in: -stray...stray, using: &generator)
                            let (u, v) = ((Double(piece) + along) / 100, (Double(line) + across) / 100)
                            return isUpright
                                ? Position(longitude: v, latitude: u) : Position(longitude: u, latitude: v)
                        })
                }
            }
        }
    }

    private func border(upright: Bool, line: Int, piece: Int) -> [Position] {
        borders[((upright ? cells + 1 : 0) + line) * cells + piece]
    }

    /// Squares outside that touch the four corners, so that these are junctions and stay.
    var pins: [MultiPolygon] {
        [(-5, -5), (cells * 10, -5), (-5, cells * 10), (cells * 10, cells * 10)].map { x, y in
            shape([square(x, y, side: 5)])
        }
    }

    /// The areas, row by row from the south-west.
    var areas: [MultiPolygon] {
        (0..<cells * cells).map { cell in
            let (row, column) = (cell / cells, cell % cells)
            let round =
                border(upright: false, line: row, piece: column).dropLast()
                + border(upright: true, line: column + 1, piece: row).dropLast()
                + border(upright: false, line: row + 1, piece: column).reversed().dropLast()
                + border(upright: true, line: column, piece: row).reversed()
            var area = MultiPolygon()
            area.append(ring: round)
            area.closePolygon()
            return area
        }
    }
}
