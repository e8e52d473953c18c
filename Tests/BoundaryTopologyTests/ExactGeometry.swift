import GeographyModel

/// A vertex in whole steps of 1e-7 degree.
struct Vertex: Hashable {
    var x: Int
    var y: Int

    init(_ position: Position) {
        x = Int((position.longitude * 1e7).rounded())
        y = Int((position.latitude * 1e7).rounded())
    }

    static func turn(_ a: Vertex, _ b: Vertex, _ c: Vertex) -> Int {
        (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)
    }
}

/// A directed edge of a ring.
struct Edge: Hashable {
    var from: Vertex
    var to: Vertex

    var reversed: Edge { Edge(from: to, to: from) }

    /// Whether the two edges share a place other than a common end.
    func meets(_ other: Edge) -> Bool {
        let (a, b) = (Vertex.turn(from, to, other.from).signum(), Vertex.turn(from, to, other.to).signum())
        let (c, d) = (Vertex.turn(other.from, other.to, from).signum(), Vertex.turn(other.from, other.to, to).signum())
        if a * b < 0 && c * d < 0 { return true }
        return passes(other.from) || passes(other.to) || other.passes(from) || other.passes(to)
            || Set([from, to]) == Set([other.from, other.to])
    }

    /// Whether the vertex lies on the edge between its ends.
    func passes(_ vertex: Vertex) -> Bool {
        vertex != from && vertex != to && Vertex.turn(from, to, vertex) == 0
            && (min(from.x, to.x)...max(from.x, to.x)).contains(vertex.x)
            && (min(from.y, to.y)...max(from.y, to.y)).contains(vertex.y)
    }
}

extension MultiPolygon {
    /// The directed edges of all rings.
    var edges: [Edge] {
        ringEnds.indices.flatMap { index in
            zip(ring(index), ring(index).dropFirst()).map { Edge(from: Vertex($0), to: Vertex($1)) }
        }
    }

    /// Twice the area in square steps, holes taken out, if the rings run as they should.
    var doubledSteps: Int { edges.reduce(0) { $0 + $1.from.x * $1.to.y - $1.to.x * $1.from.y } }

    /// Whether the position lies inside (even–odd rule).
    func covers(_ position: Position) -> Bool {
        let vertex = Vertex(position)
        return edges.count { edge in
            (edge.from.y > vertex.y) != (edge.to.y > vertex.y)
                && (Vertex.turn(edge.from, edge.to, vertex) > 0) == (edge.to.y > edge.from.y)
        } % 2 == 1
    }
}

/// How many pairs of distinct edges cross, overlap or touch other than at their ends, by trying all of them.
func crossings(in shapes: [MultiPolygon]) -> Int {
    var edges: [Edge] = []
    var seen: Set<Edge> = []
    for edge in shapes.flatMap(\.edges) where !seen.contains(edge) && !seen.contains(edge.reversed) {
        seen.insert(edge)
        edges.append(edge)
    }
    var count = 0
    for (place, edge) in edges.enumerated() {
        for other in edges[..<place] where edge.meets(other) { count += 1 }
    }
    return count
}
