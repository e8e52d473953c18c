import GeographyModel
import Testing

@testable import SiteSelection

@Suite struct ExhaustiveSearchTests {
    /// 400 problems: every model with every mix of constraints, against a look at every set of sites.
    @Test(arguments: 0..<8) func `no other set is better, and none as good comes first`(part: Int) throws {
        var solvable = 0
        for seed in (part * 50)..<(part * 50 + 50) {
            let problem = try SmallProblem.random(seed: seed)
            guard let expected = Exhaustion(problem: problem).optimum else { continue }
            solvable += 1
            let found = try SiteSelector().select(problem)
            #expect(found.objective == expected.objective, "seed \(seed): \(found.objective)")
            #expect(found.sites.map(\.id) == expected.ids, "seed \(seed): \(problem.model.name)")
            #expect(found.isProvenOptimal && found.isTieBroken && found.bound == found.objective && found.gap == 0)
        }
        #expect(solvable > 15, "\(solvable)")
    }

    @Test(arguments: 0..<8) func `what cannot be met is told by a smallest set of constraints that clash`(part: Int)
        throws
    {
        var impossible = 0
        for seed in (part * 50)..<(part * 50 + 50) {
            let problem = try SmallProblem.random(seed: seed)
            guard Exhaustion(problem: problem).optimum == nil else {
                #expect(try SiteSelector().conflict(in: problem).isEmpty)
                continue
            }
            impossible += 1
            let clash = try SiteSelector().conflict(in: problem)
            #expect(!clash.isEmpty && !isPossible(clash, problem), "seed \(seed)")
            for place in clash.indices {
                var rest = clash
                rest.remove(at: place)
                #expect(isPossible(rest, problem), "seed \(seed): without \(clash[place].text)")
            }
            #expect(throws: GeodataError.self) { try SiteSelector().select(problem) }
        }
        #expect(impossible > 3, "\(impossible)")
    }

    private func isPossible(_ constraints: [NamedConstraint], _ problem: SelectionProblem) -> Bool {
        (0..<(1 << problem.candidates.count)).contains { bits in
            var ledger = ConstraintLedger(constraints, candidateCount: problem.candidates.count)
            for site in problem.candidates.indices where bits >> site & 1 == 1 { ledger.add(site) }
            return ledger.isSatisfied
        }
    }

    @Test(arguments: 0..<40) func `the order in which candidates are given changes nothing`(seed: Int) throws {
        let problem = try SmallProblem.random(seed: 1000 + seed)
        guard Exhaustion(problem: problem).optimum != nil else { return }
        let count = problem.candidates.count
        let pairs = problem.demand.indices.flatMap { point in
            problem.distances.entries(of: point).map { entry in
                (
                    demand: point, candidate: count - 1 - Int(problem.distances.candidates[entry]),
                    distance: problem.distances.metres[entry]
                )
            }
        }
        let turned = try SelectionProblem(
            demand: problem.demand, candidates: problem.candidates.reversed(),
            distances: DistanceTable(demandCount: problem.demand.count, candidateCount: count, pairs: pairs),
            model: problem.model, constraints: problem.constraints)
        let selector = SiteSelector()
        #expect(try selector.select(problem).sites.map(\.id) == selector.select(turned).sites.map(\.id))
        #expect(try selector.select(problem).sites == selector.select(problem).sites)
    }

    @Test(arguments: 0..<80) func `every alternative is the optimum without the site`(seed: Int) throws {
        let problem = try SmallProblem.random(seed: 2000 + seed)
        guard Exhaustion(problem: problem).optimum != nil else { return }
        let selection = try SiteSelector().select(problem)
        let alternatives = try SiteSelector().alternatives(to: selection, in: problem)
        #expect(alternatives.map(\.site) == selection.sites.map(\.candidate))
        for alternative in alternatives {
            let id = problem.candidates[alternative.site].id
            let without = try problem.constrained {
                $0.include.removeAll { $0 == id }
                $0.exclusions.append(Exclusion(reason: "the test", candidates: [id]))
            }
            let expected = Exhaustion(problem: without).optimum
            #expect(alternative.selection?.objective == expected?.objective)
            let sites = alternative.selection?.sites.map(\.candidate)
            #expect(sites.map { Exhaustion(problem: without).feasible.contains($0.sorted()) } ?? (expected == nil))
            let sign: Double = problem.model.isMaximising ? -1 : 1
            #expect(alternative.loss == expected.map { sign * ($0.objective - selection.objective) })
            if problem.constraints.include.isEmpty { #expect(alternative.loss ?? 0 >= 0) }
            #expect(alternative.outgoing.first == alternative.site)
        }
    }
}
