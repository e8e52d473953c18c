/// What each combination of a plan's outer and inner factors weighs in each area.
struct AreaWeights<Scalar: BinaryFloatingPoint & SIMDScalar & Sendable>: Sendable {
    /// How many areas are summed at once: with more, the sums no longer stay in registers.
    private static var tile: Int { 3 }

    private let areaCount: Int
    private let outerCount: Int
    private let innerCount: Int
    /// For each tile, each outer combination and each of its areas, the product of multipliers.
    private let outer: [Scalar]
    /// For each tile, each inner combination and each of its areas, the product of multipliers.
    private let inner: [Scalar]

    init(_ raked: RakedAreas, plan: CellPlan) {
        areaCount = raked.areas.count
        outerCount = plan.outer.cellCount
        innerCount = plan.inner.cellCount
        outer = Self.products(of: plan.outer, in: raked)
        inner = Self.products(of: plan.inner, in: raked)
    }

    private static func products(of group: CellGroup, in raked: RakedAreas) -> [Scalar] {
        let width = raked.frame.levelCount
        let tiles = (raked.areas.count + tile - 1) / tile
        var weights = [Scalar](repeating: 0, count: tiles * group.cellCount * tile)
        for area in raked.areas.indices {
            let products = group.fold(1.0) { $0 * raked.multipliers[area * width + $1] }
            let start = area / tile * group.cellCount * tile + area % tile
            for (cell, product) in products.enumerated() { weights[start + cell * tile] = Scalar(product) }
        }
        return weights
    }

    /// Sums up probabilities, one for each outer and inner combination, with the weights of every area.
    ///
    /// - Parameters:
    ///   - probabilities: For each outer and inner combination, the probabilities under several sets of effects.
    ///   - take: Takes the sums of each area in turn.
    func sumUp<Lanes: SIMD<Scalar>>(_ probabilities: [Lanes], take: (_ area: Int, _ sums: Lanes) -> Void) {
        probabilities.withUnsafeBufferPointer { probabilities in
            outer.withUnsafeBufferPointer { outer in
                inner.withUnsafeBufferPointer { inner in
                    for start in stride(from: 0, to: areaCount, by: Self.tile) {
                        var totals = (Lanes.zero, Lanes.zero, Lanes.zero)
                        for first in 0..<outerCount {
                            var sums = (Lanes.zero, Lanes.zero, Lanes.zero)
                            for second in 0..<innerCount {
                                let weight = start * innerCount + second * Self.tile
                                let value = probabilities[first * innerCount + second]
                                sums.0 += value * inner[weight]
                                sums.1 += value * inner[weight + 1]
                                sums.2 += value * inner[weight + 2]
                            }
                            let weight = start * outerCount + first * Self.tile
                            totals.0 += sums.0 * outer[weight]
                            totals.1 += sums.1 * outer[weight + 1]
                            totals.2 += sums.2 * outer[weight + 2]
                        }
                        take(start, totals.0)
                        if start + 1 < areaCount { take(start + 1, totals.1) }
                        if start + 2 < areaCount { take(start + 2, totals.2) }
                    }
                }
            }
        }
    }
}
