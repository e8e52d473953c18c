import Dispatch

/// The mean probability of every area's people, for many sets of effects side by side, one a SIMD lane.
///
/// Effects add up on the logit scale, so odds multiply: `p(cell) = 1 / (1 + Π exp(−effect))` takes one multiplication
/// and one division, and the exponential function only once for each level. What comes out for an area and a set of
/// effects is computed in one order, whoever else is computed beside it and on however many threads.
///
/// Values are 64-bit throughout. For draws, probabilities are 64-bit and summed up as 32-bit numbers, which takes half
/// the time and leaves an error below 1e-6, a thousandth of the Monte Carlo error of a thousand draws.
struct ExpectationKernel {
    /// Sets of effects whose probabilities are computed side by side.
    private typealias Wide = SIMD8<Double>
    /// Sets of effects whose sums are formed side by side.
    typealias Lanes = SIMD16<Float>
    /// The effects of one set: the intercept, and one effect for each position of the frame.
    typealias Effects = (intercept: Double, positions: [Double])

    private let raked: RakedAreas
    private let plan: CellPlan

    init(_ raked: RakedAreas) {
        self.raked = raked
        plan = CellPlan(raked)
    }

    /// Computes every area under one set of effects.
    func values(under effects: Effects) -> [Double] {
        var values = [Double](repeating: 0, count: raked.areas.count)
        let sets = [Effects](repeating: effects, count: Wide.scalarCount)
        AreaWeights<Double>(raked, plan: plan).sumUp(probabilities(sets)) { values[$0] = $1[0] }
        return values
    }

    /// Computes every area under every set of effects.
    ///
    /// - Parameters:
    ///   - count: How many sets there are.
    ///   - workers: Into how many parts the work is cut; the system decides how many run at once.
    ///   - effects: The effects of one set.
    ///   - take: Takes the results of an area for up to sixteen sets, the first of which is named. It is called from
    ///     several threads, once for each area and first set.
    func run(
        count: Int, workers: Int, effects: @Sendable (Int) -> Effects,
        take: @Sendable (_ area: Int, _ first: Int, _ values: Lanes) -> Void
    ) {
        let weights = AreaWeights<Float>(raked, plan: plan)
        let blocks = (count + Lanes.scalarCount - 1) / Lanes.scalarCount
        let workers = max(1, min(workers, blocks))
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            for block in stride(from: worker, to: blocks, by: workers) {
                let first = block * Lanes.scalarCount
                let sets = (first..<first + Lanes.scalarCount).map { effects(min($0, count - 1)) }
                let low = probabilities(Array(sets[..<Wide.scalarCount]))
                let high = probabilities(Array(sets[Wide.scalarCount...]))
                let both = zip(low, high).map { Lanes(lowHalf: SIMD8<Float>($0), highHalf: SIMD8<Float>($1)) }
                weights.sumUp(both) { take($0, first, $1) }
            }
        }
    }

    /// For each outer and inner combination, the probability summed over the shared factors.
    private func probabilities(_ sets: [Effects]) -> [Wide] {
        var base = Wide.zero
        var odds = [Wide](repeating: .zero, count: raked.frame.levelCount)
        for (lane, set) in sets.enumerated() {
            base[lane] = Elementary.exp(-set.intercept)
            for position in odds.indices { odds[position][lane] = Elementary.exp(-set.positions[position]) }
        }
        let outer = plan.outer.fold(base) { $0 * odds[$1] }
        let inner = plan.inner.fold(Wide.one) { $0 * odds[$1] }
        let shared = plan.shared.fold(Wide.one) { $0 * odds[$1] }
        var sums: [Wide] = []
        sums.reserveCapacity(outer.count * inner.count)
        for first in outer {
            for second in inner {
                let product = first * second
                var sum = Wide.zero
                for (place, third) in shared.enumerated() {
                    let weight = plan.sharedWeights[place] * (plan.seed?[sums.count * shared.count + place] ?? 1)
                    sum += weight / (1 + product * third)
                }
                sums.append(sum)
            }
        }
        return sums
    }
}
