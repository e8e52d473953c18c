/// The line around a group of shapes: those edges that no two of them share.
///
/// Shapes that adjoin must have the very same corners along the edges that they share.
struct GroupOutline {
    private struct Edge: Hashable {
        var from: PagePoint
        var to: PagePoint

        /// The edge from the lesser corner to the greater, so that both its directions are the same edge.
        init(_ one: PagePoint, _ other: PagePoint) {
            let isOrdered = (one.x, one.y) < (other.x, other.y)
            (from, to) = isOrdered ? (one, other) : (other, one)
        }
    }

    /// The rings of the line.
    let rings: [[PagePoint]]

    /// Finds the line around `shapes`.
    init(_ shapes: [MapScene.Shape]) {
        var edges: Set<Edge> = []
        var order: [Edge] = []
        for ring in shapes.lazy.flatMap(\.rings) {
            guard var previous = ring.last else { continue }
            for point in ring where point != previous {
                let edge = Edge(previous, point)
                // An edge that comes a second time lies between two shapes.
                if edges.remove(edge) == nil {
                    edges.insert(edge)
                    order.append(edge)
                }
                previous = point
            }
        }
        var next: [PagePoint: [PagePoint]] = [:]
        for edge in edges {
            next[edge.from, default: []].append(edge.to)
            next[edge.to, default: []].append(edge.from)
        }
        var rings: [[PagePoint]] = []
        for edge in order where edges.remove(edge) != nil {
            var ring = [edge.from, edge.to]
            while let end = ring.last,
                let on = next[end]?.filter({ edges.contains(Edge(end, $0)) }).min(by: Self.isBefore)
            {
                edges.remove(Edge(end, on))
                ring.append(on)
            }
            rings.append(ring)
        }
        self.rings = rings
    }

    /// The same way on at a corner where several rings meet, whatever the order of a set.
    private static func isBefore(_ one: PagePoint, _ other: PagePoint) -> Bool {
        (one.x, one.y) < (other.x, other.y)
    }
}
