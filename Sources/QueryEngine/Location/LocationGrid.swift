import GeographyModel

/// A uniform grid over the box of all areas, and the one way from coordinates to cells.
///
/// A position's grid coordinates are `(longitude − west) · columnsPerDegree` and the like for latitude; its cell is
/// their whole parts, at most the last column and row. Subtraction, multiplication by a positive number, cutting off
/// and the minimum each keep order, rounding included. So the positions of a cell fill a rectangle with sides along the
/// axes, and a boundary that does not enter the rectangle leaves all of it inside or all of it outside.
struct LocationGrid: Sendable {
    /// Cells to aim at for each edge; more of them make lookups faster and the index larger.
    private static let cellsPerEdge = 4.0
    /// How many cells an edge may touch on average beyond its first, so that long edges do not fill the memory.
    private static let crossingsPerEdge = 4.0
    /// The most columns or rows, which keeps the error of a grid coordinate to 2⁻³⁸; see ``EdgeSpan``.
    private static let longestSide = 16_384.0

    /// The box that the grid covers, sides included, in degrees.
    let box: BoundingBox
    /// Cells from west to east.
    let columns: Int
    /// Cells from south to north.
    let rows: Int
    private let columnsPerDegree: Double
    private let rowsPerDegree: Double

    /// Chooses a grid for boundaries.
    ///
    /// With `x` and `y` the lengths of all edges along the axes, in widths and heights of the box, a grid of `c`
    /// columns and `r` rows is crossed `c·x + r·y` times. For a given number of cells that is least where `c·x = r·y`.
    init(_ rings: AreaRings) {
        box = rings.box
        let (width, height) = (box.east - box.west, box.north - box.south)
        let edges = Double(rings.edgeCount)
        var (x, y) = (0.0, 0.0)
        for area in 0..<rings.areaCount {
            for ring in rings.rings(ofArea: area) {
                for edge in ring.dropLast() {
                    x += (rings.vertices[edge + 1].longitude - rings.vertices[edge].longitude).magnitude
                    y += (rings.vertices[edge + 1].latitude - rings.vertices[edge].latitude).magnitude
                }
            }
        }
        guard width > 0, height > 0 else {
            (columns, rows, columnsPerDegree, rowsPerDegree) = (1, 1, 0, 0)
            return
        }
        (x, y) = (max(1, x / width), max(1, y / height))
        let crossings = Self.crossingsPerEdge * edges / 2
        let cells = min(Self.cellsPerEdge * edges, crossings / x * (crossings / y))
        let sides = ((cells * (y / x)).squareRoot(), (cells * (x / y)).squareRoot())
        columns = Int(min(max(1, sides.0), Self.longestSide))
        rows = Int(min(max(1, sides.1), Self.longestSide))
        columnsPerDegree = Self.perDegree(columns, in: width)
        rowsPerDegree = Self.perDegree(rows, in: height)
    }

    /// The grid coordinate of a longitude, in columns from the west side.
    @inline(__always)
    func across(_ longitude: Double) -> Double { (longitude - box.west) * columnsPerDegree }

    /// The grid coordinate of a latitude, in rows from the south side.
    @inline(__always)
    func up(_ latitude: Double) -> Double { (latitude - box.south) * rowsPerDegree }

    /// Both grid coordinates of a position.
    @inline(__always)
    func coordinates(of position: Position) -> (across: Double, up: Double) {
        (across(position.longitude), up(position.latitude))
    }

    /// The column of a grid coordinate that is not negative.
    @inline(__always)
    func column(_ across: Double) -> Int { min(Int(across), columns - 1) }

    /// The row of a grid coordinate that is not negative.
    @inline(__always)
    func row(_ up: Double) -> Int { min(Int(up), rows - 1) }

    /// The number of the cell that holds a position, row after row from the south; `nil` outside of the box, and for
    /// coordinates that are not numbers.
    @inline(__always)
    func cell(at position: Position) -> Int? {
        guard position.longitude >= box.west, position.longitude <= box.east,
            position.latitude >= box.south, position.latitude <= box.north
        else { return nil }
        return row(up(position.latitude)) * columns + column(across(position.longitude))
    }

    /// Cells for each degree; nought, which puts everything into the first one, where the quotient is beyond a double.
    private static func perDegree(_ count: Int, in extent: Double) -> Double {
        let quotient = Double(count) / extent
        return quotient.isFinite ? quotient : 0
    }
}
