/// Guides a search for the least sum of weighted distances: knows the nearest and the second nearest site of each
/// point.
///
/// Whitaker 1983, *A fast algorithm for the greedy interchange for large-scale clustering and median location
/// problems*, INFOR 21.
struct MedianGuide: SearchGuide {
    private let costs: MedianCosts
    private var sites: [Int] = []
    private var first: [Double]
    private var second: [Double]
    private var server: [Int]

    /// Begins without sites; a point without any site costs more than all distances.
    init(_ costs: MedianCosts) {
        self.costs = costs
        let dearest = (costs.values.max() ?? 0) * 2
        first = [Double](repeating: dearest, count: costs.demandCount)
        second = first
        server = [Int](repeating: -1, count: costs.demandCount)
    }

    var cost: Double { first.reduce(0, +) }

    mutating func add(_ candidate: Int) {
        sites.append(candidate)
        let base = candidate * costs.demandCount
        for point in first.indices {
            let cost = costs.values[base + point]
            if cost < first[point] {
                second[point] = first[point]
                first[point] = cost
                server[point] = candidate
            } else if cost < second[point] {
                second[point] = cost
            }
        }
    }

    mutating func remove(_ candidate: Int) {
        let rest = sites.filter { $0 != candidate }
        self = MedianGuide(costs)
        for site in rest { add(site) }
    }

    func gain(of candidate: Int) -> Double {
        let base = candidate * costs.demandCount
        var gain = 0.0
        for point in first.indices { gain += max(0, first[point] - costs.values[base + point]) }
        return gain
    }

    func exchange(_ candidate: Int, for sites: [Int], into changes: inout [Double]) {
        for site in sites { changes[site] = 0 }
        let base = candidate * costs.demandCount
        var gain = 0.0
        for point in first.indices {
            let cost = costs.values[base + point]
            if cost < first[point] {
                gain += first[point] - cost
            } else if server[point] >= 0 {
                changes[server[point]] += min(cost, second[point]) - first[point]
            }
        }
        for site in sites { changes[site] -= gain }
    }
}
