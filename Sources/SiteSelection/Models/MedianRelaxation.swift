/// A proven lower bound of the p-median, and what it rules out.
///
/// Lagrangean relaxation of "every point is served once" with subgradient steps (Cornuéjols, Fisher and Nemhauser 1977,
/// *Location of bank accounts to optimize float*, Management Science 23; Beasley 1993). With multipliers u the bound is
/// Σ uᵢ + the p smallest ρⱼ = Σᵢ min(0, cᵢⱼ − uᵢ). From bound and best known cost follow: candidates that no better
/// solution has, those that all have, and how dear the service of each point can be (reduced cost tests; Briant and
/// Naddef 2004, *The optimal diversity management problem*). Other constraints only raise the optimum, so the bound
/// stays valid under them.
struct MedianRelaxation {
    /// No feasible set of sites costs less.
    private(set) var bound = -Double.infinity
    /// Candidates in no set that is as good as the best known.
    private(set) var isOut: [Bool]
    /// Candidates in every such set.
    private(set) var isIn: [Bool]
    /// The greatest cost of service of each point in such a set.
    private(set) var limits: [Double]

    private let costs: MedianCosts
    private let maximum: Int
    private var multipliers: [Double]

    /// Begins with the multipliers of a known set of sites: the mean of nearest and second nearest cost.
    init(_ costs: MedianCosts, maximum: Int, included: Set<Int>, excluded: Set<Int>, start: [Int]) {
        self.costs = costs
        self.maximum = maximum
        isOut = (0..<costs.candidateCount).map { excluded.contains($0) }
        isIn = (0..<costs.candidateCount).map { included.contains($0) }
        limits = [Double](repeating: .infinity, count: costs.demandCount)
        var first = [Double](repeating: .infinity, count: costs.demandCount)
        var second = first
        for site in start {
            for (point, cost) in costs.column(site).enumerated() {
                second[point] = min(second[point], max(cost, first[point]))
                first[point] = min(first[point], cost)
            }
        }
        multipliers = zip(first, second).map { $1.isFinite ? ($0 + $1) / 2 : $0 }
    }

    /// Raises the bound step by step towards the cost of the best known set.
    ///
    /// - Parameters:
    ///   - known: What the best known set costs; sets up to this cost, and equal ones, are never ruled out.
    ///   - steps: How many steps at most.
    ///   - improve: Given the sites of a step, tells the cost of a feasible set made from them, where it finds one.
    mutating func raise(_ known: Double, steps: Int, isOver: () -> Bool, improve: ([Int]) -> Double?) {
        var known = known
        var scale = 1.0
        var idle = 0
        var direction = [Double](repeating: 0, count: costs.demandCount)
        var best = multipliers
        for step in 0..<steps {
            if step % 20 == 19, isOver() { break }
            let worth = worths()
            let open = chosen(worth)
            let value = multipliers.reduce(0, +) + open.reduce(0) { $0 + worth[$1] }
            if value > bound + 1e-7 * abs(known) { idle = 0 } else { idle += 1 }
            if value > bound {
                bound = value
                best = multipliers
            }
            if step % 10 == 0, let better = improve(open), better < known { known = better }
            let slack = known * (1 + 1e-9) - value
            ruleOut(worth, open, slack)
            if known - bound <= 1e-10 * abs(known) || scale < 1e-3 { break }
            if idle >= 15 {
                scale /= 2
                idle = 0
                multipliers = best
                continue
            }
            var served = [Double](repeating: 0, count: costs.demandCount)
            for site in open {
                let base = site * costs.demandCount
                for point in served.indices where costs.values[base + point] < multipliers[point] { served[point] += 1 }
            }
            var square = 0.0
            for point in served.indices {
                direction[point] = 0.7 * (1 - served[point]) + 0.3 * direction[point]
                square += direction[point] * direction[point]
            }
            guard square > 0 else { break }
            let length = scale * max(known - value, 1e-9 * abs(known)) / square
            for point in served.indices { multipliers[point] += length * direction[point] }
        }
    }

    /// ρ of every candidate.
    private func worths() -> [Double] {
        costs.values.withUnsafeBufferPointer { values in
            multipliers.withUnsafeBufferPointer { multipliers in
                (0..<costs.candidateCount).map { candidate in
                    let base = candidate * multipliers.count
                    var sum = 0.0
                    for point in 0..<multipliers.count { sum += min(0, values[base + point] - multipliers[point]) }
                    return sum
                }
            }
        }
    }

    /// The candidates of least ρ, those that must be sites first. None has ρ above 0, so more never cost more.
    private func chosen(_ worth: [Double]) -> [Int] {
        let must = worth.indices.filter { isIn[$0] }
        let free = worth.indices.filter { !isIn[$0] && !isOut[$0] }.sorted { (worth[$0], $0) < (worth[$1], $1) }
        return must + free.prefix(max(0, maximum - must.count))
    }

    private mutating func ruleOut(_ worth: [Double], _ open: [Int], _ slack: Double) {
        var isOpen = [Bool](repeating: false, count: worth.count)
        for site in open { isOpen[site] = true }
        let free = open.filter { !isIn[$0] }
        if let dearest = free.map({ worth[$0] }).max() {
            let next = worth.indices.filter { !isOpen[$0] && !isOut[$0] }.map { worth[$0] }.min() ?? 0
            for candidate in worth.indices {
                if isOpen[candidate] {
                    if !isIn[candidate], next - worth[candidate] > slack { isIn[candidate] = true }
                } else if worth[candidate] - dearest > slack {
                    isOut[candidate] = true
                }
            }
        }
        for point in limits.indices { limits[point] = min(limits[point], multipliers[point] + slack) }
    }
}
