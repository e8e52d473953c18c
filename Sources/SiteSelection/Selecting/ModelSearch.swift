/// No set of sites meets the constraints; whoever asked decides whether to look for the reason.
struct Infeasible: Error {}

/// The steps that the models share, and the order of steps of those that need more than one program.
struct ModelSearch {
    let problem: SelectionProblem
    let constraints: [NamedConstraint]
    let solver: any MixedIntegerSolver
    let clock: SearchClock
    /// Nothing costs less than this, as far as is known.
    var bound = -Double.infinity

    private var candidateCount: Int { problem.candidates.count }

    /// Sites to start from: those given, with others where they alone do not meet the constraints; greedy ones; or any
    /// that the solver finds.
    ///
    /// - Throws: ``Infeasible`` where no sites meet the constraints.
    func start<Guide: SearchGuide>(_ guide: Guide, given: [Int]?) throws -> [Int] {
        clock.report("looking for a start")
        var search = StartSearch(problem, constraints: constraints, guide: guide)
        if let given, meets(given) { return search.improved(given) { clock.isOver } }
        if let given, let near = search.completed(given) { return near }
        search = StartSearch(problem, constraints: constraints, guide: guide)
        if let greedy = search.sites(isOver: { clock.isOver }) { return greedy }
        let finder = ConflictFinder(candidateCount: candidateCount, solver: solver, clock: clock)
        guard let any = try finder.sites(meeting: constraints) else { throw Infeasible() }
        var again = StartSearch(problem, constraints: constraints, guide: guide)
        return again.improved(any) { clock.isOver }
    }

    /// Solves one program.
    func solve(_ model: some SelectionFormulation, from start: [Int]) throws -> SelectionOutcome {
        report("proving the optimum", model.cost(of: start))
        return try model.solve(
            from: start, constraints: constraints, candidateCount: candidateCount, solver: solver, clock: clock,
            knownBound: bound)
    }

    /// p-median: start, lower bound, and then the solver for what the bound leaves open.
    func median(given: [Int]?) throws -> SelectionOutcome {
        let costs = MedianCosts(problem)
        var best = try start(MedianGuide(costs), given: given)
        var known = costs.cost(of: best)
        report("raising the bound", known)
        var relaxation = MedianRelaxation(
            costs, maximum: problem.constraints.count.maximum ?? candidateCount, included: problem.included,
            excluded: problem.excluded, start: best)
        relaxation.raise(known, steps: 600, isOver: { clock.isOver }) { open in
            guard meets(open) else { return nil }
            var search = StartSearch(problem, constraints: constraints, guide: MedianGuide(costs))
            let sites = search.improved(open) { clock.isOver }
            let cost = costs.cost(of: sites)
            if cost < known { (best, known) = (sites, cost) }
            return cost
        }
        report("proving the optimum", known)
        let model = PMedian(problem, costs: costs, relaxation: relaxation, known: known)
        return try model.solve(
            from: best, constraints: constraints, candidateCount: candidateCount, solver: solver, clock: clock,
            knownBound: max(bound, relaxation.bound))
    }

    /// p-center: a binary search over the distances that can be the optimum.
    func center(given: [Int]?) throws -> SelectionOutcome {
        var best = try start(MedianGuide(MedianCosts(problem, isWeighted: false)), given: given)
        var cost = PCenter(problem, radius: .infinity).cost(of: best)
        let radii = PCenter.radii(problem, from: bound, upTo: cost)
        var low = 0
        var high = radii.firstIndex(of: cost) ?? radii.count - 1
        // A known bound is often met.
        var middle = bound.isFinite ? 0 : (low + high) / 2
        while low < high, !clock.isOver {
            report("proving the optimum", cost)
            let question = PCenter(problem, radius: radii[middle])
            let answer = try exact.solve(
                question.program(under: constraints), meeting: question.equivalence(under: constraints) ?? constraints)
            if let sites = answer.sites {
                best = sites
                cost = PCenter(problem, radius: .infinity).cost(of: sites)
                high = radii.firstIndex(of: cost) ?? middle
            } else if answer.status == .infeasible {
                low = middle + 1
            } else {
                break
            }
            middle = (low + high) / 2
        }
        return SelectionOutcome(
            sites: best.sorted(), cost: cost, bound: min(cost, radii.isEmpty ? cost : radii[low]),
            isProven: low >= high, formulation: PCenter(problem, radius: cost))
    }

    private var exact: SiteSolver { SiteSolver(solver: solver, clock: clock, candidateCount: candidateCount) }

    private func meets(_ sites: [Int]) -> Bool { exact.meets(constraints, sites) }

    private func report(_ phase: String, _ cost: Double) {
        clock.report(phase, problem.model.isMaximising ? -cost : cost)
    }
}
