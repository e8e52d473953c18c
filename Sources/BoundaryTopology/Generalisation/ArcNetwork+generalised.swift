import Dispatch

extension ArcNetwork {
    /// The mean radius of the Earth by surface area, in metres.
    static let earthRadius = 6_371_007.2

    /// The same areas with fewer vertices, still sharing every vertex with their neighbours.
    ///
    /// Each arc is simplified once by Visvalingam and Whyatt's method (1993) with an area threshold of `tolerance`²;
    /// junctions stay. What lies on either side of a line stays there: arcs that neither cross nor touch in this
    /// network do not afterwards either, no ring loses its ground or turns round, and no island changes sides. Groups
    /// of arcs that nothing joins to the rest, such as islands, go as a whole, and from all areas at once, where
    /// their ground is below `minimumArea`; whatever surrounds them fills it. An area's largest polygon always stays.
    ///
    /// The result does not depend on how many cores there are.
    ///
    /// - Parameters:
    ///   - tolerance: About the size of the details that go, in metres.
    ///   - minimumArea: The ground below which an island goes, in square metres; `tolerance`² where it is not given.
    public func generalised(tolerance: Double, minimumArea: Double? = nil) -> ArcNetwork {
        precondition(tolerance >= 0, "a tolerance is a length of at least 0 m")
        let kept = droppingIslands(below: minimumArea ?? tolerance * tolerance)
        let least = kept.leastInnerVertices()
        var standing = [UInt8](repeating: 1, count: kept.points.count)
        var arcs = (0..<kept.arcCount).filter { kept.pointRange(ofArc: $0).count - 2 > least[$0] }
        let index = VertexIndex(kept)
        // Within a round each arc sees the others as they were before it, so the arcs can be taken in any order. What
        // was in the way of an arc may have gone by then; a second and third look at these arcs takes them further.
        for _ in 0..<4 where !arcs.isEmpty {
            arcs = kept.simplify(arcs, least: least, threshold: tolerance * tolerance, index: index, &standing)
        }
        return kept.keeping(standing)
    }

    /// Simplifies the given arcs side by side.
    ///
    /// - Returns: The arcs in which a vertex stayed only because another was in its way.
    private func simplify(
        _ arcs: [Int], least: [UInt8], threshold: Double, index: VertexIndex, _ standing: inout [UInt8]
    ) -> [Int] {
        let before = standing
        var isBlocked = [Bool](repeating: false, count: arcs.count)
        let shares = evenShares(of: arcs)
        points.withUnsafeBufferPointer { points in
            before.withUnsafeBufferPointer { before in
                standing.withUnsafeMutableBufferPointer { standing in
                    isBlocked.withUnsafeMutableBufferPointer { isBlocked in
                        // Each share writes to the vertices and marks of its own arcs only.
                        nonisolated(unsafe) let (before, standing) = (before.baseAddress!, standing.baseAddress!)
                        nonisolated(unsafe) let (points, isBlocked) = (points, isBlocked)
                        DispatchQueue.concurrentPerform(iterations: shares.count) { share in
                            var simplifier = ArcSimplifier(
                                points: points, index: index, threshold: threshold, stepsPerDegree: stepsPerDegree)
                            for place in shares[share] {
                                isBlocked[place] = simplifier.simplify(
                                    pointRange(ofArc: arcs[place]), standing: standing, others: before,
                                    least: Int(least[arcs[place]]))
                            }
                        }
                    }
                }
            }
        }
        return arcs.indices.filter { isBlocked[$0] }.map { arcs[$0] }
    }

    /// Runs of `arcs` with about the same number of vertices, more of them than there are cores.
    private func evenShares(of arcs: [Int]) -> [Range<Int>] {
        let total = arcs.reduce(0) { $0 + pointRange(ofArc: $1).count }
        var shares: [Range<Int>] = []
        var (start, count) = (0, 0)
        for (place, arc) in arcs.enumerated() {
            count += pointRange(ofArc: arc).count
            if count >= total / 64 + 1 || place == arcs.count - 1 {
                shares.append(start..<place + 1)
                (start, count) = (place + 1, 0)
            }
        }
        return shares
    }

    /// For each arc, how many vertices between its ends must stay so that it does not fall onto itself or another.
    ///
    /// A closed arc keeps a triangle. Of several arcs between the same two junctions, one may become a straight line.
    private func leastInnerVertices() -> [UInt8] {
        var ends = KeyTable(capacity: arcCount)
        var straight: [Int] = []
        let pairs = (0..<arcCount).map { arc in
            let (from, to) = (arcOrigins[arc], arcDestinations[arc])
            let pair = Int(ends.number(of: UInt64(min(from, to)) << 32 | UInt64(max(from, to))))
            if pair == straight.count {
                straight.append(arc)
            } else if pointRange(ofArc: arc).count < pointRange(ofArc: straight[pair]).count {
                straight[pair] = arc
            }
            return pair
        }
        return (0..<arcCount).map { arc in
            if arcOrigins[arc] == arcDestinations[arc] { return 2 }
            return straight[pairs[arc]] == arc ? 0 : 1
        }
    }

    /// The network without the vertices that do not stand.
    private func keeping(_ standing: [UInt8]) -> ArcNetwork {
        var result = self
        result.points.removeAll(keepingCapacity: false)
        for arc in 0..<arcCount {
            for place in pointRange(ofArc: arc) where standing[place] != 0 { result.points.append(points[place]) }
            result.arcEnds[arc] = result.points.count
        }
        return result
    }
}
