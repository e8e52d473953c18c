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
        let program = program(under: constraints)
        let solution = try solver.solve(program, within: clock.limits(start: start, candidateCount: candidateCount))
        var best = (sites: start, cost: startCost)
        if let sites = program.sites(solution.values, candidateCount), meets(constraints, sites, candidateCount) {
            let found = cost(of: sites)
            if found <= best.cost { best = (sites, found) }
        }
        let proven = solution.status == .optimal
        let bound = proven ? best.cost : min(best.cost, max(knownBound, (solution.bound - offset) / scale))
        return SelectionOutcome(
            sites: best.sites, cost: best.cost, bound: bound,
            isProven: proven || best.cost - bound <= 1e-9 * abs(best.cost), formulation: self)
    }

    private func meets(_ constraints: [NamedConstraint], _ sites: [Int], _ candidateCount: Int) -> Bool {
        var ledger = ConstraintLedger(constraints, candidateCount: candidateCount)
        for site in sites { ledger.add(site) }
        return ledger.isSatisfied
    }
}
