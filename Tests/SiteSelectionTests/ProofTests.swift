import GeographyModel
import Testing

@testable import SiteSelection

/// What is called proven must be so, also where sums are rounded, and where a search ends early.
@Suite struct ProofTests {
    /// 12 candidates that cost some million pounds and odd pence, a budget that some of them spend to the penny, and who
    /// is reached in each; the pence as whole numbers beside it.
    private func priced(seed: Int) throws -> (problem: SelectionProblem, pence: [Int], weights: [Int], budget: Int) {
        var chance = SmallChance(seed: seed)
        let pence = (0..<12).map { _ in 100_000_000 + chance.below(900_000_000) }
        let weights = (0..<12).map { _ in 50 + chance.below(400) }
        let budget = pence.indices.filter { _ in chance.once(in: 2) }.reduce(pence[0]) { $1 == 0 ? $0 : $0 + pence[$1] }
        let problem = try SelectionProblem(
            demand: weights.indices.map { DemandPoint(id: "C\(10 + $0)", weight: Double(weights[$0])) },
            candidates: pence.indices.map { Candidate(id: "C\(10 + $0)", cost: Double(pence[$0]) / 100) },
            distances: .own(count: 12), model: .maximalCovering(serviceDistance: 0),
            constraints: .init(budget: Double(budget) / 100))
        return (problem, pence, weights, budget)
    }

    @Test(arguments: 0..<60) func `a budget holds to the penny`(seed: Int) throws {
        let (problem, pence, weights, budget) = try priced(seed: seed)
        let best = (1..<(1 << 12)).compactMap { bits -> Int? in
            let sites = (0..<12).filter { bits >> $0 & 1 == 1 }
            return sites.reduce(0) { $0 + pence[$1] } <= budget ? sites.reduce(0) { $0 + weights[$1] } : nil
        }.max()
        let found = try SiteSelector().select(problem)
        #expect(found.objective == best.map(Double.init) && found.isProvenOptimal)
        #expect(found.sites.reduce(0) { $0 + pence[$1.candidate] } <= budget)
    }

    @Test func `tenths that add up to the budget are within it`() throws {
        let problem = try SelectionProblem(
            demand: ["A", "B", "C"].map { DemandPoint(id: $0, weight: $0 == "C" ? 2 : 1.5) },
            candidates: zip(["A", "B", "C"], [0.1, 0.2, 0.3]).map { Candidate(id: $0, cost: $1) },
            distances: .own(count: 3), model: .maximalCovering(serviceDistance: 0), constraints: .init(budget: 0.3))
        #expect(try SiteSelector().select(problem).sites.map(\.id) == ["A", "B"])
    }

    @Test(arguments: [.pMedian, .pCenter, .maximalCovering(serviceDistance: 0)] as [SelectionModel])
    func `no sites are no selection`(model: SelectionModel) throws {
        let distances = try DistanceTable(matrix: [[0, 5, 9], [5, 0, 7], [9, 7, 0]])
        let problem = try SelectionProblem(
            demand: ["A", "B", "C"].map { DemandPoint(id: $0, weight: 1) },
            candidates: zip(["A", "B", "C"], [1, 10, 10]).map { Candidate(id: $0, cost: $1) }, distances: distances,
            model: model,
            constraints: .init(budget: 5, exclusions: [Exclusion(reason: "a pilot", candidates: ["A"])]))
        let error = #expect(throws: GeodataError.self) { try SiteSelector().select(problem) }
        #expect(error?.description.contains("a budget of 5") == true && error?.description.contains("A ") == true)
    }

    /// Solves so many programs, then has no more time.
    private struct TiringSolver: MixedIntegerSolver {
        let patience: Counter
        var name: String { "tiring" }

        func solve(_ program: MixedIntegerProgram, within limits: SolverLimits) throws -> SolverSolution {
            patience.next()
                ? try CBCSolver().solve(program, within: limits)
                : SolverSolution(status: .stopped, values: nil, bound: -.infinity)
        }
    }

    @Test(arguments: 0..<120) func `what time does not allow besides the selection is left out`(seed: Int) throws {
        let problem = try SmallProblem.random(seed: 3000 + seed)
        guard Exhaustion(problem: problem).optimum != nil else { return }
        let selection = try SiteSelector().select(problem)
        let tired = SiteSelector(solver: TiringSolver(patience: Counter(seed % 3)))
        let alternatives = try tired.alternatives(to: selection, in: problem)
        #expect(alternatives.count <= selection.sites.count)
        for alternative in alternatives {
            let known = alternative.selection.map { $0.isProvenOptimal || $0.gap > 0 || !$0.isTieBroken }
            #expect(known != false)
        }
        if problem.model != .setCovering(serviceDistance: 11) {
            #expect(try tired.curve(problem, counts: 1...3).count <= 3)
        }
    }

    @Test(arguments: 0..<60) func `a clash that time does not let shrink is told whole`(seed: Int) throws {
        let problem = try SmallProblem.random(seed: seed)
        guard Exhaustion(problem: problem).optimum == nil else { return }
        let clash = try SiteSelector(solver: TiringSolver(patience: Counter(1))).conflict(in: problem)
        #expect(clash.map(\.text) == problem.namedConstraints.map(\.text))
    }

    /// 40 places in a square, an eighth of all pairs connected closely.
    private func scattered(_ model: SelectionModel, seed: Int) throws -> SelectionProblem {
        var chance = SmallChance(seed: seed)
        let matrix = (0..<40).map { _ in (0..<40).map { _ in Double(chance.below(1000)) } }
        return try SelectionProblem(
            demand: (0..<40).map { DemandPoint(id: "D\(100 + $0)", weight: Double(1 + chance.below(90))) },
            candidates: (0..<40).map { Candidate(id: "C\(100 + $0)") }, distances: DistanceTable(matrix: matrix),
            model: model, constraints: model == .setCovering(serviceDistance: 150) ? .init() : .init(count: .exactly(5))
        )
    }

    @Test(
        arguments: [.maximalCovering(serviceDistance: 120), .setCovering(serviceDistance: 150), .pMedian, .pCenter]
            as [SelectionModel])
    func `bounds hold whenever a search is stopped`(model: SelectionModel) throws {
        let sign: Double = model.isMaximising ? 1 : -1
        for seed in 1...3 {
            let problem = try scattered(model, seed: seed)
            let best = try SiteSelector().select(problem)
            #expect(best.isProvenOptimal)
            for seconds in [0, 0.002, 0.01, 0.03, 0.1] {
                let hasty = try SiteSelector(effort: .init(timeLimit: seconds)).select(problem)
                #expect(sign * hasty.objective <= sign * best.objective)
                #expect(sign * hasty.bound >= sign * best.objective - 1e-6, "\(seconds) s: \(hasty.bound)")
                #expect(!hasty.isProvenOptimal || hasty.objective == best.objective)
                if case .setCovering = model { #expect(hasty.bound == hasty.bound.rounded()) }
            }
        }
    }
}
