/// In which order the cells of many areas are summed up, so that no sum is formed twice.
///
/// An area's weight of a cell is the seed times one multiplier a factor, so that
/// `Σ N·p = Σ_outer u Σ_inner v Σ_shared s·seed·p`. Levels at which nobody is, in any area, are left out. Factors that
/// have the same multipliers in every area are shared: their sum is formed once a draw, not once an area. The others
/// divide into an inner group of about a hundred combinations, which is where the time goes, and an outer group.
struct CellPlan {
    /// Factors that are summed last, area by area.
    let outer: CellGroup
    /// Factors that are summed area by area, for each combination of the outer ones.
    let inner: CellGroup
    /// Factors that are summed once for all areas.
    let shared: CellGroup
    /// For each combination of the shared factors, the product of the multipliers that all areas have.
    let sharedWeights: [Double]
    /// For each combination of outer, inner and shared factors, the seed; `nil` for independent factors.
    let seed: [Double]?

    /// The largest number of combinations of the inner group.
    private static let innerLimit = 128

    init(_ raked: RakedAreas) {
        var (outer, inner, shared) = (CellGroup(), CellGroup(), CellGroup())
        for (factor, axis) in Self.usedLevels(of: raked).enumerated() {
            if Self.isShared(raked.frame.positions(ofFactor: factor), in: raked) {
                shared.axes.append(axis)
            } else if inner.cellCount * axis.count <= Self.innerLimit {
                inner.axes.append(axis)
            } else {
                outer.axes.append(axis)
            }
        }
        self.outer = outer
        self.inner = inner
        self.shared = shared
        sharedWeights = shared.fold(1) { $0 * (raked.multipliers.isEmpty ? 0 : raked.multipliers[$1]) }
        seed = raked.seed.map { table in
            let steps = raked.frame.cellSteps
            let all = CellGroup(axes: [outer, inner, shared].flatMap(\.axes))
            return all.fold(0) { $0 + steps[$1] }.map { table.weights[$0] }
        }
    }

    /// For each factor, the positions of the levels at which somebody is in some area.
    static func usedLevels(of raked: RakedAreas) -> [[Int]] {
        let width = raked.frame.levelCount
        var isUsed = [Bool](repeating: false, count: width)
        for area in raked.areas.indices {
            for position in 0..<width where raked.multipliers[area * width + position] != 0 { isUsed[position] = true }
        }
        return raked.frame.factors.indices.map { raked.frame.positions(ofFactor: $0).filter { isUsed[$0] } }
    }

    private static func isShared(_ positions: Range<Int>, in raked: RakedAreas) -> Bool {
        let width = raked.frame.levelCount
        return raked.areas.indices.allSatisfy { area in
            positions.allSatisfy { raked.multipliers[area * width + $0] == raked.multipliers[$0] }
        }
    }
}
