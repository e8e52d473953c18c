import Dispatch

/// The mean probability of every area's people, for many sets of effects: eight sets side by side, one a SIMD lane.
///
/// Effects add up on the logit scale, so odds multiply: `p(cell) = 1 / (1 + Π exp(−effect))` takes one multiplication
/// and one division, and the exponential function only once for each level. What comes out for an area and a set of
/// effects is computed in one order, whoever else is computed beside it and on however many threads.
struct ExpectationKernel {
    /// Eight sets of effects.
    typealias Lanes = SIMD8<Double>
    /// The effects of one set: the intercept, and one effect for each position of the frame.
    typealias Effects = (intercept: Double, positions: [Double])

    /// How many areas are summed at once: with more, the sums no longer stay in registers.
    private static let tile = 3

    private let plan: CellPlan
    private let areaCount: Int
    private let positionCount: Int
    /// For each tile, each outer combination and each of its areas, the product of multipliers.
    private let outerWeights: [Double]
    /// For each tile, each inner combination and each of its areas, the product of multipliers.
    private let innerWeights: [Double]

    init(_ raked: RakedAreas) {
        let plan = CellPlan(raked)
        self.plan = plan
        areaCount = raked.areas.count
        positionCount = raked.frame.levelCount
        outerWeights = Self.weights(of: plan.outer, in: raked)
        innerWeights = Self.weights(of: plan.inner, in: raked)
    }

    private static func weights(of group: CellGroup, in raked: RakedAreas) -> [Double] {
        let width = raked.frame.levelCount
        let tiles = (raked.areas.count + tile - 1) / tile
        var weights = [Double](repeating: 0, count: tiles * group.cellCount * tile)
        for area in raked.areas.indices {
            let products = group.fold(1) { $0 * raked.multipliers[area * width + $1] }
            let start = area / tile * group.cellCount * tile + area % tile
            for (cell, product) in products.enumerated() { weights[start + cell * tile] = product }
        }
        return weights
    }

    /// Computes every area under every set of effects.
    ///
    /// - Parameters:
    ///   - count: How many sets there are.
    ///   - workers: Into how many parts the work is cut; the system decides how many run at once.
    ///   - effects: The effects of one set.
    ///   - take: Takes the results of an area for up to eight sets, the first of which is named. It is called from
    ///     several threads, once for each area and first set.
    func run(
        count: Int, workers: Int, effects: @Sendable (Int) -> Effects,
        take: @Sendable (_ area: Int, _ first: Int, _ values: Lanes) -> Void
    ) {
        let blocks = (count + Lanes.scalarCount - 1) / Lanes.scalarCount
        let workers = max(1, min(workers, blocks))
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            for block in stride(from: worker, to: blocks, by: workers) {
                let first = block * Lanes.scalarCount
                let sets = (first..<first + Lanes.scalarCount).map { effects(min($0, count - 1)) }
                sumUp(probabilities(sets)) { take($0, first, $1) }
            }
        }
    }

    /// For each outer and inner combination, the probability summed over the shared factors.
    private func probabilities(_ sets: [Effects]) -> [Lanes] {
        var base = Lanes.zero
        var odds = [Lanes](repeating: .zero, count: positionCount)
        for (lane, set) in sets.enumerated() {
            base[lane] = Elementary.exp(-set.intercept)
            for position in odds.indices { odds[position][lane] = Elementary.exp(-set.positions[position]) }
        }
        let outer = plan.outer.fold(base) { $0 * odds[$1] }
        let inner = plan.inner.fold(Lanes.one) { $0 * odds[$1] }
        let shared = plan.shared.fold(Lanes.one) { $0 * odds[$1] }
        var sums: [Lanes] = []
        sums.reserveCapacity(outer.count * inner.count)
        for first in outer {
            for second in inner {
                let product = first * second
                var sum = Lanes.zero
                for (place, third) in shared.enumerated() {
                    let weight = plan.sharedWeights[place] * (plan.seed?[sums.count * shared.count + place] ?? 1)
                    sum += weight / (1 + product * third)
                }
                sums.append(sum)
            }
        }
        return sums
    }

    /// Sums up the probabilities over the combinations of every area.
    private func sumUp(_ probabilities: [Lanes], take: (_ area: Int, _ values: Lanes) -> Void) {
        let (outerCount, innerCount) = (plan.outer.cellCount, plan.inner.cellCount)
        probabilities.withUnsafeBufferPointer { probabilities in
            outerWeights.withUnsafeBufferPointer { outerWeights in
                innerWeights.withUnsafeBufferPointer { innerWeights in
                    for start in stride(from: 0, to: areaCount, by: Self.tile) {
                        var totals = (Lanes.zero, Lanes.zero, Lanes.zero)
                        for outer in 0..<outerCount {
                            var sums = (Lanes.zero, Lanes.zero, Lanes.zero)
                            for inner in 0..<innerCount {
                                let weight = start * innerCount + inner * Self.tile
                                let value = probabilities[outer * innerCount + inner]
                                sums.0 += value * innerWeights[weight]
                                sums.1 += value * innerWeights[weight + 1]
                                sums.2 += value * innerWeights[weight + 2]
                            }
                            let weight = start * outerCount + outer * Self.tile
                            totals.0 += sums.0 * outerWeights[weight]
                            totals.1 += sums.1 * outerWeights[weight + 1]
                            totals.2 += sums.2 * outerWeights[weight + 2]
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
