/// MCLP on a low percentile of coverage over draws: maximise t, where at most k − 1 draws cover less than t.
///
/// A chance-constrained program with one switch a draw: t ≤ coverage + M × (this draw may fall short) (value at risk by
/// big M; Ruszczyński 2002, *Probabilistic programming with discrete distributions*, Mathematical Programming 93). Each
/// M is small, because the draws move together: a draw covers at least ρ times what another covers, where ρ is the
/// least ratio of their weights.
struct TailCoverage: SelectionFormulation {
    private let sets: [[Int32]]
    /// The weight of each set in each draw: `weights[set * drawCount + draw]`.
    private let weights: [Double]
    private let drawCount: Int
    private let candidateCount: Int
    /// The rank of the draw that counts: the k-th smallest coverage.
    private let rank: Int
    /// No sites reach a greater percentile.
    let ceiling: Double
    /// The best sites known.
    private(set) var best: [Int] = []
    let scale: Double
    var tolerance: Double { 1e-3 }

    /// Prepares a problem.
    ///
    /// - Parameters:
    ///   - optima: What can be covered in each draw at most.
    ///   - starts: Sets of sites that meet the constraints.
    init(
        _ problem: SelectionProblem, draws: DemandDraws, serviceDistance: Double, optima: [Double], starts: [[Int]],
        clock: SearchClock
    ) {
        var places: [[Int32]: Int] = [:]
        var sets: [[Int32]] = []
        var weights: [Double] = []
        let excluded = problem.excluded
        for point in problem.demand.indices {
            let set = problem.distances.covering(point, within: serviceDistance).filter { !excluded.contains(Int($0)) }
            if set.isEmpty { continue }
            let place = places[set] ?? sets.count
            if place == sets.count {
                places[set] = place
                sets.append(set)
                weights.append(contentsOf: repeatElement(0, count: draws.drawCount))
            }
            for draw in 0..<draws.drawCount {
                weights[place * draws.drawCount + draw] += draws.values[point * draws.drawCount + draw]
            }
        }
        self.sets = sets
        self.weights = weights
        drawCount = draws.drawCount
        candidateCount = problem.candidates.count
        rank = max(1, Int((0.1 * Double(draws.drawCount)).rounded(.up)))
        ceiling = optima.sorted()[rank - 1]
        scale = ceiling > 0 ? 1e6 / ceiling : 1
        best = starts.min { (cost(of: $0), $0.description) < (cost(of: $1), $1.description) } ?? []
        best = exchanged(best, problem, clock)
    }

    /// What sites cover in each draw.
    private func coverage(of sites: [Int]) -> [Double] {
        var isSite = [Bool](repeating: false, count: candidateCount)
        for site in sites { isSite[site] = true }
        var sums = [Double](repeating: 0, count: drawCount)
        for (number, set) in sets.enumerated() where set.contains(where: { isSite[Int($0)] }) {
            for draw in 0..<drawCount { sums[draw] += weights[number * drawCount + draw] }
        }
        return sums
    }

    func cost(of sites: [Int]) -> Double { -coverage(of: sites).sorted()[rank - 1] }

    /// Exchanges single sites while the percentile grows.
    private func exchanged(_ start: [Int], _ problem: SelectionProblem, _ clock: SearchClock) -> [Int] {
        var ledger = ConstraintLedger(problem.namedConstraints, candidateCount: candidateCount)
        for site in start { ledger.add(site) }
        var known = cost(of: start)
        var isBetter = true
        while isBetter {
            isBetter = false
            for site in ledger.sites {
                for candidate in 0..<candidateCount where !ledger.isSite[candidate] && ledger.isSite[site] {
                    if clock.isOver { return ledger.sites.sorted() }
                    ledger.remove(site)
                    ledger.add(candidate)
                    let cost = ledger.isSatisfied ? cost(of: ledger.sites) : .infinity
                    if cost < known - 1e-9 * abs(known) {
                        known = cost
                        isBetter = true
                    } else {
                        ledger.remove(candidate)
                        ledger.add(site)
                    }
                }
            }
        }
        return ledger.sites.sorted()
    }

    func program(under constraints: [NamedConstraint]) -> MixedIntegerProgram {
        var program = MixedIntegerProgram(candidateCount: candidateCount, constraints: constraints)
        let columns = sets.map { set -> Int in
            if set.count == 1 { return Int(set[0]) }
            let covered = program.addColumn()
            program.addEntry(covered, -1)
            for candidate in set { program.addEntry(Int(candidate), 1) }
            program.endRow(lower: 0)
            return covered
        }
        let known = -cost(of: best)
        let percentile = program.addColumn(cost: -1, lower: known * scale * (1 - 1e-9), upper: ceiling * scale)
        let least = leastCoverages(known: known)
        var switches: [Int] = []
        for draw in 0..<drawCount {
            var sums = [Double](repeating: 0, count: program.columnCount)
            for number in sets.indices { sums[columns[number]] += weights[number * drawCount + draw] * scale }
            for (column, sum) in sums.enumerated() where sum > 0 { program.addEntry(column, sum) }
            program.addEntry(percentile, -1)
            if rank > 1 {
                let isShort = program.addColumn(isInteger: true)
                program.addEntry(isShort, max(0, ceiling - least[draw]) * scale)
                switches.append(isShort)
            }
            program.endRow(lower: 0)
        }
        for column in switches { program.addEntry(column, 1) }
        if !switches.isEmpty { program.endRow(upper: Double(rank - 1)) }
        return program
    }

    /// What each draw covers at least where it falls short and the percentile is not below the one known.
    ///
    /// Of the other draws at most k − 2 fall short as well, so one of the k − 1 that bind this draw most does not.
    private func leastCoverages(known: Double) -> [Double] {
        if rank < 2 { return [Double](repeating: 0, count: drawCount) }
        return (0..<drawCount).map { draw in
            let ratios = (0..<drawCount).filter { $0 != draw }.map { other in
                sets.indices.reduce(Double.infinity) { least, number in
                    let (own, its) = (weights[number * drawCount + draw], weights[number * drawCount + other])
                    return its > 0 ? min(least, own / its) : least
                }
            }
            let ratio = ratios.sorted(by: >)[rank - 2]
            return ratio.isFinite ? known * ratio : 0
        }
    }
}
