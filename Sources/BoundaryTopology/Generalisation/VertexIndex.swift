/// A uniform grid of cells over an arc network's vertices that tells whether any stands in a triangle.
///
/// Compressed rows: the entries of cell `c` are `entries[starts[c]..<starts[c + 1]]`. Each junction is entered once.
struct VertexIndex: Sendable {
    private struct Entry: Sendable {
        var point: GridPoint
        /// The vertex's place in the network's `points`.
        var place: Int32
    }

    private var starts: [Int32] = []
    private var entries: [Entry] = []
    private var west: Int64 = 0
    private var south: Int64 = 0
    private var columns: Int64 = 1
    private var shift: Int64 = 0

    /// Indexes every vertex of the network; there are at most about four cells a vertex.
    init(_ network: ArcNetwork) {
        guard let first = network.points.first else { return }
        var (low, high) = (first, first)
        for point in network.points {
            (low.x, low.y) = (min(low.x, point.x), min(low.y, point.y))
            (high.x, high.y) = (max(high.x, point.x), max(high.y, point.y))
        }
        (west, south) = (Int64(low.x), Int64(low.y))
        let (width, height) = (Int64(high.x) - west, Int64(high.y) - south)
        while ((width >> shift) + 1) * ((height >> shift) + 1) > Int64(network.points.count) * 4 { shift += 1 }
        columns = (width >> shift) + 1
        fill(from: network, cells: Int(columns * ((height >> shift) + 1)))
    }

    private mutating func fill(from network: ArcNetwork, cells: Int) {
        let isEntered = Self.entered(of: network)
        starts = [Int32](repeating: 0, count: cells + 2)
        for (place, point) in network.points.enumerated() where isEntered[place] { starts[cell(of: point) + 2] += 1 }
        for cell in 2..<starts.count { starts[cell] += starts[cell - 1] }
        entries = [Entry](repeating: Entry(point: network.points[0], place: 0), count: Int(starts[cells + 1]))
        for (place, point) in network.points.enumerated() where isEntered[place] {
            let cell = cell(of: point) + 1
            entries[Int(starts[cell])] = Entry(point: point, place: Int32(place))
            starts[cell] += 1
        }
    }

    /// For each vertex of each arc, whether it is entered: all but the repetitions of a junction.
    private static func entered(of network: ArcNetwork) -> [Bool] {
        var isEntered = [Bool](repeating: true, count: network.points.count)
        var isSeen = [Bool](repeating: false, count: network.junctionCount)
        for arc in 0..<network.arcCount {
            let range = network.pointRange(ofArc: arc)
            for (place, junction) in [
                (range.lowerBound, network.arcOrigins[arc]), (range.upperBound - 1, network.arcDestinations[arc]),
            ] {
                isEntered[place] = !isSeen[Int(junction)]
                isSeen[Int(junction)] = true
            }
        }
        return isEntered
    }

    @inline(__always)
    private func cell(of point: GridPoint) -> Int {
        Int(((Int64(point.y) - south) >> shift) * columns + ((Int64(point.x) - west) >> shift))
    }

    /// Whether a vertex other than the corners that `isStanding` stands inside the triangle or on its sides.
    @inline(__always)
    func hasVertex(
        inTriangle a: GridPoint, _ b: GridPoint, _ c: GridPoint, isStanding: (_ place: Int) -> Bool
    ) -> Bool {
        let low = GridPoint(x: min(a.x, b.x, c.x), y: min(a.y, b.y, c.y))
        let high = GridPoint(x: max(a.x, b.x, c.x), y: max(a.y, b.y, c.y))
        let (firstColumn, lastColumn) = ((Int64(low.x) - west) >> shift, (Int64(high.x) - west) >> shift)
        let (firstRow, lastRow) = ((Int64(low.y) - south) >> shift, (Int64(high.y) - south) >> shift)
        for row in firstRow...lastRow {
            // Cells of one row stand one after the other, so their entries do too.
            let from = Int(starts[Int(row * columns + firstColumn)])
            let upTo = Int(starts[Int(row * columns + lastColumn) + 1])
            for index in from..<upTo {
                let point = entries[index].point
                guard point.x >= low.x, point.x <= high.x, point.y >= low.y, point.y <= high.y else { continue }
                if point == a || point == b || point == c || !isStanding(Int(entries[index].place)) { continue }
                let (ab, bc, ca) = (
                    GridPoint.doubledArea(a, b, point), GridPoint.doubledArea(b, c, point),
                    GridPoint.doubledArea(c, a, point)
                )
                if (ab >= 0 && bc >= 0 && ca >= 0) || (ab <= 0 && bc <= 0 && ca <= 0) { return true }
            }
        }
        return false
    }
}
