/// Sets of candidates that each cover some demand, equal sets merged.
///
/// Demand points with the same candidates within reach are covered or not together, so one with the sum of the weights
/// stands for all: England's 33,755 small areas become about 1,400 (Daskin 1995, *Network and Discrete Location*).
struct CoveringSets {
    /// The candidates of each set in ascending order, in order of first appearance.
    private(set) var members: [[Int32]] = []
    /// The weight of each set.
    private(set) var weights: [Double] = []

    /// Merges equal sets.
    init(_ sets: some Sequence<([Int32], Double)>) {
        var places: [[Int32]: Int] = [:]
        for (set, weight) in sets {
            if let place = places[set] {
                weights[place] += weight
            } else {
                places[set] = members.count
                members.append(set)
                weights.append(weight)
            }
        }
    }

    /// The sets that remain when whoever must be covered is told only once: a set that contains another says nothing
    /// more (row dominance; Toregas and ReVelle 1972, *Optimal location under time or distance constraints*).
    func irredundant() -> CoveringSets {
        let order = members.indices.sorted { (members[$0].count, $0) < (members[$1].count, $1) }
        let width = ((members.lazy.compactMap(\.last).max().map { Int($0) } ?? 0) >> 6) + 1
        var kept: [[Int32]] = []
        var keptBits: [UInt64] = []
        for place in order {
            var bits = [UInt64](repeating: 0, count: width)
            for member in members[place] { bits[Int(member) >> 6] |= 1 << (UInt64(member) & 63) }
            let isRedundant = kept.indices.contains { other in
                (0..<width).allSatisfy { keptBits[other * width + $0] & ~bits[$0] == 0 }
            }
            if isRedundant { continue }
            kept.append(members[place])
            keptBits.append(contentsOf: bits)
        }
        return CoveringSets(kept.map { ($0, 1) })
    }
}
