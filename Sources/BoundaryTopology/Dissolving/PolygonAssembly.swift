import GeographyModel

/// Sorts simple rings into polygons: each hole goes to the smallest outside that holds it.
struct PolygonAssembly {
    private let network: ArcNetwork
    private let shares: [Int128]

    /// Works on rings of `network`, whose arcs have the given shares of doubled area.
    init(network: ArcNetwork, shares: [Int128]) {
        self.network = network
        self.shares = shares
    }

    /// The polygons that the rings bound, in CRS84 degrees, in the order of their outsides.
    func polygons(of rings: [[Int32]]) -> MultiPolygon {
        let areas = rings.map { network.doubledArea(of: $0, shares: shares) }
        let outsides = rings.indices.filter { areas[$0] > 0 }
        let boxes = outsides.count > 1 ? outsides.map { Box(of: rings[$0], in: network) } : []
        var holes = [[Int]](repeating: [], count: outsides.count)
        for hole in rings.indices where areas[hole] < 0 {
            let holders = outsides.indices.filter { place in
                outsides.count == 1
                    || (-areas[hole] < areas[outsides[place]] && boxes[place].contains(firstPoint(of: rings[hole]))
                        && holds(rings[outsides[place]], rings[hole]))
            }
            if let holder = holders.min(by: { areas[outsides[$0]] < areas[outsides[$1]] }) {
                holes[holder].append(hole)
            }
        }
        var boundary = MultiPolygon()
        for (place, outside) in outsides.enumerated() {
            network.append(rings[outside], to: &boundary)
            for hole in holes[place] { network.append(rings[hole], to: &boundary) }
            boundary.closePolygon()
        }
        return boundary
    }

    private func firstPoint(of ring: [Int32]) -> GridPoint {
        network.points[network.pointRange(ofArc: ArcNetwork.arc(of: ring[0])).lowerBound]
    }

    /// Whether `outside` goes round `hole`.
    ///
    /// Even–odd rule for the middle of the hole's first edge, in half steps: unlike a vertex, the middle of an edge
    /// cannot lie on another ring of the same group, so the answer is exact.
    private func holds(_ outside: [Int32], _ hole: [Int32]) -> Bool {
        let start = network.pointRange(ofArc: ArcNetwork.arc(of: hole[0])).lowerBound
        let (from, to) = (network.points[start], network.points[start + 1])
        let (x, y) = (Int64(from.x) + Int64(to.x), Int64(from.y) + Int64(to.y))
        var isInside = false
        for reference in outside {
            let range = network.pointRange(ofArc: ArcNetwork.arc(of: reference))
            for index in range.dropLast() {
                let (a, b) = (network.points[index], network.points[index + 1])
                let (ay, by) = (2 * Int64(a.y), 2 * Int64(b.y))
                guard (ay > y) != (by > y) else { continue }
                let (ax, bx) = (2 * Int64(a.x), 2 * Int64(b.x))
                let side = Int128(bx - ax) * Int128(y - ay) - Int128(x - ax) * Int128(by - ay)
                if (side > 0) == (by > ay) { isInside.toggle() }
            }
        }
        return isInside
    }
}

/// The smallest box around a ring, in grid steps.
private struct Box {
    private var west = Int32.max
    private var south = Int32.max
    private var east = Int32.min
    private var north = Int32.min

    init(of ring: [Int32], in network: ArcNetwork) {
        for reference in ring {
            for point in network.points[network.pointRange(ofArc: ArcNetwork.arc(of: reference))] {
                (west, east) = (min(west, point.x), max(east, point.x))
                (south, north) = (min(south, point.y), max(north, point.y))
            }
        }
    }

    func contains(_ point: GridPoint) -> Bool {
        (west...east).contains(point.x) && (south...north).contains(point.y)
    }
}
