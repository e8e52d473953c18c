/// Where a search stands: the best sites, what they cost, and what no others can cost less than.
struct SelectionOutcome {
    /// The sites, ascending.
    var sites: [Int]
    /// What they cost.
    var cost: Double
    /// The proven lower bound of the cost.
    var bound: Double
    /// Whether nothing costs less.
    var isProven: Bool
    /// The program in which equal sets of sites are looked for.
    var formulation: any SelectionFormulation
}

extension SelectionFormulation {
    /// Solves the program from a start, unless a known bound proves it already; what the solver finds is evaluated from
    /// the data again.
    func solve(
        from start: [Int], constraints: [NamedConstraint], candidateCount: Int, solver: any MixedIntegerSolver,
        clock: SearchClock, knownBound: Double = -.infinity
    ) throws -> SelectionOutcome {
        let startCost = cost(of: start)
        if startCost - knownBound <= 1e-9 * abs(startCost) {
            return SelectionOutcome(
                sites: start, cost: startCost, bound: startCost, isProven: true, formulation: self)
        }
        guard !clock.isOver else {
            return SelectionOutcome(
                sites: start, cost: startCost, bound: knownBound, isProven: false, formulation: self)
        }
        let answer = try SiteSolver(solver: solver, clock: clock, candidateCount: candidateCount)
            .solve(program(under: constraints), meeting: constraints, start: start)
        let found = answer.sites.map { cost(of: $0) } ?? .infinity
        let slack = 1e-9 * abs(startCost)
        var best = (sites: start, cost: startCost)
        if let sites = answer.sites, found < startCost - slack { best = (sites, found) }
        // Whoever calls something the optimum that is worse than the start has not seen the start.
        let isOptimal = answer.status == .optimal && found <= startCost + slack
        let bound = isOptimal ? best.cost : min(best.cost, max(knownBound, known(answer)))
        return SelectionOutcome(
            sites: best.sites, cost: best.cost, bound: bound,
            isProven: isOptimal || best.cost - bound <= 1e-9 * abs(best.cost), formulation: self)
    }

    /// What an unfinished search proves: no sites cost less than this.
    private func known(_ answer: SiteSolver.Answer) -> Double {
        // That there are no sites at all is contradicted by the start.
        guard answer.status == .stopped, answer.bound.isFinite else { return -.infinity }
        let bound = (answer.bound - offset) / scale
        return isIntegral ? (bound - 1e-6).rounded(.up) : bound
    }
}
