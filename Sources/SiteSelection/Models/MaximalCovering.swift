/// MCLP (Church and ReVelle 1974): maximise Σ weight × z, z ≤ Σ sites that cover, with merged demand.
///
/// Demand that only one candidate covers needs no z: it is the candidate's own worth.
struct MaximalCovering: SelectionFormulation {
    let sets: CoveringSets
    private let candidateCount: Int
    let isIntegral: Bool
    let scale: Double

    /// Merges the demand of a problem; candidates that cannot be sites are left out.
    init(_ problem: SelectionProblem, serviceDistance: Double) {
        let excluded = problem.excluded
        candidateCount = problem.candidates.count
        sets = CoveringSets(
            problem.demand.indices.lazy.filter { problem.demand[$0].weight > 0 }.map { point in
                let covering = problem.distances.covering(point, within: serviceDistance)
                let free = excluded.isEmpty ? covering : covering.filter { !excluded.contains(Int($0)) }
                return (free, problem.demand[point].weight)
            }.filter { !$0.0.isEmpty })
        let total = sets.weights.reduce(0, +)
        isIntegral = total <= 1e8 && sets.weights.allSatisfy { $0 == $0.rounded() }
        scale = isIntegral || total == 0 ? 1 : 1e6 / total
    }

    var tolerance: Double { isIntegral ? 0.5 : 1e-3 }

    func cost(of sites: [Int]) -> Double {
        var isSite = [Bool](repeating: false, count: candidateCount)
        for site in sites { isSite[site] = true }
        var covered = 0.0
        for (set, weight) in zip(sets.members, sets.weights) where set.contains(where: { isSite[Int($0)] }) {
            covered += weight
        }
        return -covered
    }

    func program(under constraints: [NamedConstraint]) -> MixedIntegerProgram {
        var program = MixedIntegerProgram(candidateCount: candidateCount, constraints: constraints)
        for (set, weight) in zip(sets.members, sets.weights) {
            if set.count == 1 {
                program.costs[Int(set[0])] -= weight * scale
                continue
            }
            let covered = program.addColumn(cost: -weight * scale)
            program.addEntry(covered, -1)
            for candidate in set { program.addEntry(Int(candidate), 1) }
            program.endRow(lower: 0)
        }
        return program
    }
}
