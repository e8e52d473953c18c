/// Guides a search for the greatest coverage: counts the sites that cover each set.
struct CoverageGuide: SearchGuide {
    private let weights: [Double]
    /// The sets that each candidate covers.
    private let covered: [[Int32]]
    private var counts: [Int32]
    /// The sum of the covering sites' places: the one site itself where only one covers.
    private var sums: [Int]
    /// What each site alone covers.
    private var losses: [Double]
    private(set) var cost = 0.0

    /// Begins without sites.
    init(_ sets: CoveringSets, candidateCount: Int) {
        weights = sets.weights
        var covered = [[Int32]](repeating: [], count: candidateCount)
        for (number, set) in sets.members.enumerated() {
            for candidate in set { covered[Int(candidate)].append(Int32(number)) }
        }
        self.covered = covered
        counts = [Int32](repeating: 0, count: weights.count)
        sums = [Int](repeating: 0, count: weights.count)
        losses = [Double](repeating: 0, count: candidateCount)
    }

    mutating func add(_ candidate: Int) {
        losses[candidate] = 0
        for set in covered[candidate].lazy.map({ Int($0) }) {
            if counts[set] == 0 {
                cost -= weights[set]
                losses[candidate] += weights[set]
            } else if counts[set] == 1 {
                losses[sums[set]] -= weights[set]
            }
            counts[set] += 1
            sums[set] += candidate
        }
    }

    mutating func remove(_ candidate: Int) {
        for set in covered[candidate].lazy.map({ Int($0) }) {
            counts[set] -= 1
            sums[set] -= candidate
            if counts[set] == 0 {
                cost += weights[set]
            } else if counts[set] == 1 {
                losses[sums[set]] += weights[set]
            }
        }
        losses[candidate] = 0
    }

    func gain(of candidate: Int) -> Double {
        covered[candidate].reduce(0) { counts[Int($1)] == 0 ? $0 + weights[Int($1)] : $0 }
    }

    func exchange(_ candidate: Int, for sites: [Int], into changes: inout [Double]) {
        for site in sites { changes[site] = losses[site] }
        var gain = 0.0
        for set in covered[candidate].lazy.map({ Int($0) }) {
            if counts[set] == 0 { gain += weights[set] } else if counts[set] == 1 { changes[sums[set]] -= weights[set] }
        }
        for site in sites { changes[site] -= gain }
    }
}
