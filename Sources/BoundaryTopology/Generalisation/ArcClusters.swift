#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The connected parts of a network's arcs, with the ground inside the outline of each.
struct ArcClusters {
    /// For each arc, the cluster that it belongs to.
    private(set) var clusterOfArc: [Int] = []
    /// For each cluster, the ground within its outline, in square metres.
    private(set) var grounds: [Double] = []
    private var boxes: [(low: GridPoint, high: GridPoint)] = []
    private let shares: [Int128]

    init(_ network: ArcNetwork) {
        shares = network.doubledAreaShares()
        number(network)
        measure(network)
    }

    /// Joins the junctions that arcs connect (union–find with path halving) and numbers the parts by their first arc.
    ///
    /// An undivided closed arc is a part of its own even where it touches others at its junction.
    private mutating func number(_ network: ArcNetwork) {
        let isUndivided = Self.undividedArcs(of: network)
        var parents = (0..<network.junctionCount).map { Int32($0) }
        func root(_ junction: Int32) -> Int32 {
            var junction = junction
            while parents[Int(junction)] != junction {
                parents[Int(junction)] = parents[Int(parents[Int(junction)])]
                junction = parents[Int(junction)]
            }
            return junction
        }
        for arc in 0..<network.arcCount {
            parents[Int(root(network.arcOrigins[arc]))] = root(network.arcDestinations[arc])
        }
        var numbers = [Int](repeating: -1, count: network.junctionCount)
        for arc in 0..<network.arcCount {
            let root = Int(root(network.arcOrigins[arc]))
            let range = network.pointRange(ofArc: arc)
            if numbers[root] < 0 || isUndivided[arc] {
                if !isUndivided[arc] { numbers[root] = boxes.count }
                boxes.append((network.points[range.lowerBound], network.points[range.lowerBound]))
            }
            let cluster = isUndivided[arc] ? boxes.count - 1 : numbers[root]
            clusterOfArc.append(cluster)
            for point in network.points[range] {
                boxes[cluster].low.x = min(boxes[cluster].low.x, point.x)
                boxes[cluster].low.y = min(boxes[cluster].low.y, point.y)
                boxes[cluster].high.x = max(boxes[cluster].high.x, point.x)
                boxes[cluster].high.y = max(boxes[cluster].high.y, point.y)
            }
        }
    }

    /// For each arc, whether it is a ring by itself wherever it is used, and somewhere a polygon without holes.
    private static func undividedArcs(of network: ArcNetwork) -> [Bool] {
        var isWhole = (0..<network.arcCount).map { network.arcOrigins[$0] == network.arcDestinations[$0] }
        var isPolygon = [Bool](repeating: false, count: network.arcCount)
        for polygon in 0..<network.polygonCount {
            let rings = network.ringRange(ofPolygon: polygon)
            for ring in rings {
                let run = network.references[network.referenceRange(ofRing: ring)]
                let isOutside = ring == rings.lowerBound
                for reference in run {
                    let arc = ArcNetwork.arc(of: reference)
                    if run.count > 1 || (isOutside && rings.count > 1) { isWhole[arc] = false }
                    if isOutside { isPolygon[arc] = true }
                }
            }
        }
        return zip(isWhole, isPolygon).map { $0 && $1 }
    }

    /// Adds up the arcs that outsides take in one direction only: whatever they divide has them in both.
    ///
    /// A cluster that no outside takes is a hole that nothing fills; it is measured by its holes.
    private mutating func measure(_ network: ArcNetwork) {
        var directions = [UInt8](repeating: 0, count: network.arcCount)
        for polygon in 0..<network.polygonCount {
            let rings = network.ringRange(ofPolygon: polygon)
            for ring in rings {
                for reference in network.references[network.referenceRange(ofRing: ring)] {
                    let bit: UInt8 = reference < 0 ? 2 : 1
                    directions[ArcNetwork.arc(of: reference)] |= ring == rings.lowerBound ? bit : bit << 2
                }
            }
        }
        var sums = [(outsides: Int128, holes: Int128)](repeating: (0, 0), count: boxes.count)
        for (arc, bits) in directions.enumerated() {
            let cluster = clusterOfArc[arc]
            if bits & 3 == 1 { sums[cluster].outsides += shares[arc] }
            if bits & 3 == 2 { sums[cluster].outsides -= shares[arc] }
            if bits >> 2 == 1 { sums[cluster].holes += shares[arc] }
            if bits >> 2 == 2 { sums[cluster].holes -= shares[arc] }
        }
        let radiansPerStep = Double.pi / 180 / network.stepsPerDegree
        let metresPerStep = ArcNetwork.earthRadius * radiansPerStep
        grounds = zip(sums, boxes).map { sum, box in
            let latitude = (Double(box.low.y) + Double(box.high.y)) / 2 * radiansPerStep
            let doubled = sum.outsides != 0 ? sum.outsides : sum.holes
            return abs(Double(doubled)) / 2 * metresPerStep * metresPerStep * cos(latitude)
        }
    }

    /// For each cluster, whether it bears the largest polygon of some area.
    func bearersOfLargestPolygons(of network: ArcNetwork) -> [Bool] {
        var isBearer = [Bool](repeating: false, count: grounds.count)
        for area in 0..<network.areaCount {
            let outsides = network.polygonRange(ofArea: area).map { polygon in
                network.references[network.referenceRange(ofRing: network.ringRange(ofPolygon: polygon).lowerBound)]
            }
            let largest = outsides.max { first, second in
                network.doubledArea(of: first, shares: shares) < network.doubledArea(of: second, shares: shares)
            }
            if let reference = largest?.first { isBearer[clusterOfArc[ArcNetwork.arc(of: reference)]] = true }
        }
        return isBearer
    }

    /// Whether the second cluster's box lies within the first one's.
    func box(of cluster: Int, mayHold other: Int) -> Bool {
        let (outer, inner) = (boxes[cluster], boxes[other])
        return outer.low.x <= inner.low.x && outer.low.y <= inner.low.y && outer.high.x >= inner.high.x
            && outer.high.y >= inner.high.y
    }
}
