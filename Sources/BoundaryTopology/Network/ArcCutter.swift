/// Cuts rings of numbered vertices into arcs, each of which is kept once however many rings take it.
///
/// A vertex is a junction where the rings that pass it do not all have the same two neighbours there. Every other
/// vertex lies inside exactly one arc, which is how a second ring along the same boundary finds it.
struct ArcCutter {
    private let intake: RingIntake
    private let isJunction: [Bool]
    /// For each vertex, the one that follows it in the first ring that passes it: the direction of its arc.
    private let followers: [Int32]
    /// For each vertex, the arc that it lies inside; −1 where there is none yet.
    private var arcOfVertex: [Int32]
    /// For each vertex, its number as a junction; −1 where it is none.
    private var junctionOfVertex: [Int32]
    /// The arcs without an inner vertex by their ends.
    private var bareArcs = KeyTable(capacity: 64)
    private var arcOfBare: [Int32] = []
    private var network: ArcNetwork

    /// Cuts what was taken in.
    static func network(from intake: RingIntake, stepsPerDegree: Double) -> ArcNetwork {
        var cutter = ArcCutter(intake: intake, stepsPerDegree: stepsPerDegree)
        var start = 0
        for end in intake.ringEnds {
            cutter.cut(start..<end)
            cutter.network.ringEnds.append(cutter.network.references.count)
            start = end
        }
        cutter.network.polygonEnds = intake.polygonEnds
        cutter.network.areaEnds = intake.areaEnds
        return cutter.network
    }

    private init(intake: RingIntake, stepsPerDegree: Double) {
        self.intake = intake
        let count = intake.table.keys.count
        (isJunction, followers) = Self.junctions(of: intake)
        arcOfVertex = [Int32](repeating: -1, count: count)
        junctionOfVertex = [Int32](repeating: -1, count: count)
        network = ArcNetwork(stepsPerDegree: stepsPerDegree)
        network.points.reserveCapacity(count + count / 4)
    }

    private static func junctions(of intake: RingIntake) -> (isJunction: [Bool], followers: [Int32]) {
        let count = intake.table.keys.count
        var isJunction = [Bool](repeating: false, count: count)
        var neighbours = [SIMD2<Int32>](repeating: SIMD2(-1, -1), count: count)
        var start = 0
        for end in intake.ringEnds {
            var before = intake.vertices[end - 1]
            for index in start..<end {
                let vertex = Int(intake.vertices[index])
                let after = intake.vertices[index + 1 == end ? start : index + 1]
                let known = neighbours[vertex]
                if known.x < 0 {
                    neighbours[vertex] = SIMD2(before, after)
                    if before == after { isJunction[vertex] = true }
                } else if known != SIMD2(before, after), known != SIMD2(after, before) {
                    isJunction[vertex] = true
                }
                before = Int32(vertex)
            }
            start = end
        }
        return (isJunction, neighbours.map(\.y))
    }

    private mutating func cut(_ ring: Range<Int>) {
        guard let first = ring.first(where: { isJunction[Int(intake.vertices[$0])] }) else {
            return addWhole(ring)
        }
        var chainStart = first
        repeat {
            var chainEnd = following(chainStart, in: ring)
            let inner = intake.vertices[chainEnd]
            let isKnown = !isJunction[Int(inner)] && arcOfVertex[Int(inner)] >= 0
            while !isJunction[Int(intake.vertices[chainEnd])] { chainEnd = following(chainEnd, in: ring) }
            if isJunction[Int(inner)] {
                network.references.append(bareReference(intake.vertices[chainStart], inner))
            } else if isKnown {
                let second = intake.vertices[following(following(chainStart, in: ring), in: ring)]
                network.references.append(knownReference(at: inner, followedBy: second))
            } else {
                addChain(from: chainStart, to: chainEnd, in: ring)
            }
            chainStart = chainEnd
        } while chainStart != first
    }

    @inline(__always)
    private func following(_ index: Int, in ring: Range<Int>) -> Int {
        index + 1 == ring.upperBound ? ring.lowerBound : index + 1
    }

    /// A ring that nothing meets: one closed arc.
    private mutating func addWhole(_ ring: Range<Int>) {
        let first = intake.vertices[ring.lowerBound]
        if arcOfVertex[Int(first)] >= 0 {
            network.references.append(knownReference(at: first, followedBy: intake.vertices[ring.lowerBound + 1]))
        } else {
            for index in ring { arcOfVertex[Int(intake.vertices[index])] = Int32(network.arcCount) }
            for index in ring { append(intake.vertices[index]) }
            append(first)
            endArc(from: first, to: first)
        }
    }

    private mutating func addChain(from start: Int, to end: Int, in ring: Range<Int>) {
        append(intake.vertices[start])
        var index = following(start, in: ring)
        while index != end {
            arcOfVertex[Int(intake.vertices[index])] = Int32(network.arcCount)
            append(intake.vertices[index])
            index = following(index, in: ring)
        }
        append(intake.vertices[end])
        endArc(from: intake.vertices[start], to: intake.vertices[end])
    }

    private func knownReference(at inner: Int32, followedBy next: Int32) -> Int32 {
        followers[Int(inner)] == next ? arcOfVertex[Int(inner)] : ~arcOfVertex[Int(inner)]
    }

    private mutating func bareReference(_ from: Int32, _ to: Int32) -> Int32 {
        let number = bareArcs.number(of: UInt64(min(from, to)) << 32 | UInt64(max(from, to)))
        guard Int(number) == arcOfBare.count else {
            let arc = arcOfBare[Int(number)]
            return network.arcOrigins[Int(arc)] == junctionOfVertex[Int(from)] ? arc : ~arc
        }
        arcOfBare.append(Int32(network.arcCount))
        append(from)
        append(to)
        endArc(from: from, to: to)
        return network.references.removeLast()
    }

    private mutating func append(_ vertex: Int32) {
        network.points.append(GridPoint(key: intake.table.keys[Int(vertex)]))
    }

    /// Ends the arc whose points were appended, and refers to it.
    private mutating func endArc(from: Int32, to: Int32) {
        network.references.append(Int32(network.arcCount))
        network.arcEnds.append(network.points.count)
        network.arcOrigins.append(junction(from))
        network.arcDestinations.append(junction(to))
    }

    private mutating func junction(_ vertex: Int32) -> Int32 {
        if junctionOfVertex[Int(vertex)] < 0 {
            junctionOfVertex[Int(vertex)] = Int32(network.junctionCount)
            network.junctionCount += 1
        }
        return junctionOfVertex[Int(vertex)]
    }
}
