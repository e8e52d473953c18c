#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Takes vertices out of one arc after the other by Visvalingam and Whyatt's method, as far as topology allows.
///
/// The vertex whose triangle with its two neighbours has the least area goes first, until no triangle is below the
/// threshold (M. Visvalingam and J. D. Whyatt, "Line generalisation by repeated elimination of points", *The
/// Cartographic Journal* 30 (1993) 46–51). A vertex stays where another vertex stands in or on its triangle: taking it
/// out would carry the line across that vertex. As long as no vertex is in the triangle, no line can be crossed,
/// touched or jumped over.
struct ArcSimplifier {
    private let points: UnsafeBufferPointer<GridPoint>
    private let index: VertexIndex
    /// The least effective area that stays, in square metres.
    private let threshold: Double
    private let metresPerStep: Double
    private let radiansPerStep: Double
    private var previous: [Int32] = []
    private var next: [Int32] = []
    private var areas: [Double] = []
    private var heap = LeastAreaHeap()

    init(
        points: UnsafeBufferPointer<GridPoint>, index: VertexIndex, threshold: Double, stepsPerDegree: Double
    ) {
        self.points = points
        self.index = index
        self.threshold = threshold
        radiansPerStep = .pi / 180 / stepsPerDegree
        metresPerStep = ArcNetwork.earthRadius * radiansPerStep
    }

    /// Takes vertices out of the arc that has `range` of the points.
    ///
    /// - Parameters:
    ///   - standing: 1 for each vertex that still stands; this arc's part is changed.
    ///   - others: The same for the other arcs, as it was at some time before: a vertex that is gone may still count.
    ///   - least: How many vertices between the ends must stay.
    /// - Returns: Whether a vertex stayed only because another was in the way.
    mutating func simplify(
        _ range: Range<Int>, standing: UnsafeMutablePointer<UInt8>, others: UnsafePointer<UInt8>, least: Int
    ) -> Bool {
        var inner = link(range, standing: standing)
        guard inner > least else { return false }
        let base = range.lowerBound
        heap.removeAll()
        var place = Int(next[0])
        while place != range.count - 1 {
            measure(place, base: base, atLeast: 0)
            place = Int(next[place])
        }
        var isBlocked = false
        while inner > least, let entry = heap.popLeast() {
            let place = Int(entry.place)
            guard areas[place] == entry.area else { continue }
            let (before, after) = (Int(previous[place]), Int(next[place]))
            let isInTheWay = index.hasVertex(
                inTriangle: points[base + before], points[base + place], points[base + after]
            ) { range.contains($0) ? standing[$0] != 0 : others[$0] != 0 }
            if isInTheWay {
                isBlocked = true
                continue
            }
            standing[base + place] = 0
            areas[place] = -1
            inner -= 1
            next[before] = Int32(after)
            previous[after] = Int32(before)
            if before != 0 { measure(before, base: base, atLeast: entry.area) }
            if after != range.count - 1 { measure(after, base: base, atLeast: entry.area) }
        }
        return isBlocked
    }

    /// Links the standing vertices of the arc and counts those between its ends.
    private mutating func link(_ range: Range<Int>, standing: UnsafeMutablePointer<UInt8>) -> Int {
        if next.count < range.count {
            next = [Int32](repeating: 0, count: range.count)
            previous = next
            areas = [Double](repeating: -1, count: range.count)
        }
        var (last, linked) = (0, -1)
        for place in 1..<range.count where standing[range.lowerBound + place] != 0 {
            next[last] = Int32(place)
            previous[place] = Int32(last)
            last = place
            linked += 1
        }
        return linked
    }

    /// Computes the effective area of a vertex, and enters it where it is below the threshold.
    ///
    /// Triangles are measured in local metres: a step of longitude is shorter by the cosine of the latitude.
    @inline(__always)
    private mutating func measure(_ place: Int, base: Int, atLeast least: Double) {
        let (a, b, c) = (points[base + Int(previous[place])], points[base + place], points[base + Int(next[place])])
        let (ux, uy) = (Double(Int64(b.x) - Int64(a.x)), Double(Int64(b.y) - Int64(a.y)))
        let (vx, vy) = (Double(Int64(c.x) - Int64(a.x)), Double(Int64(c.y) - Int64(a.y)))
        let scale = metresPerStep * metresPerStep * cos(Double(b.y) * radiansPerStep)
        let area = max(abs(ux * vy - vx * uy) / 2 * scale, least)
        areas[place] = area
        if area < threshold { heap.insert(.init(area: area, place: Int32(place))) }
    }
}
