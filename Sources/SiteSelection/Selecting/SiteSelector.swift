import GeographyModel

/// Selects sites exactly: a good start, then a proof or something better from the solver, then the tie-break.
public struct SiteSelector: Sendable {
    /// What proves the optimum.
    public var solver: any MixedIntegerSolver
    /// How long it may take, and who may stop it.
    public var effort: SelectionEffort

    /// Makes a selector.
    public init(solver: any MixedIntegerSolver = CBCSolver(), effort: SelectionEffort = SelectionEffort()) {
        self.solver = solver
        self.effort = effort
    }

    /// Selects the best sites of a problem.
    ///
    /// The same problem gives the same sites: of sets with equal objective (to 1e-9 of it) the one with fewest sites,
    /// and of those the one whose identifiers come first, is taken. Where time ran out before that was settled,
    /// ``Selection/isTieBroken`` says so.
    ///
    /// - Parameter start: Sites to start from, where some are known; those that break a constraint are ignored.
    /// - Throws: `GeodataError` `invalidRequest` naming constraints that clash and none besides, `timeBudgetSpent`
    ///   where no set of sites was found in time.
    public func select(_ problem: SelectionProblem, startingFrom start: [Int]? = nil) throws -> Selection {
        let clock = SearchClock(effort)
        return try explained(problem, clock) { try self.selection(problem, start: start, clock: clock) }
    }

    /// Does something that may find the constraints impossible, and then tells which of them clash.
    func explained<Answer>(_ problem: SelectionProblem, _ clock: SearchClock, _ ask: () throws -> Answer) throws
        -> Answer
    {
        do {
            return try ask()
        } catch is Infeasible {
            let finder = ConflictFinder(candidateCount: problem.candidates.count, solver: solver, clock: clock)
            throw try finder.error(for: problem.namedConstraints)
        }
    }

    /// Selects, or throws ``Infeasible`` without looking for the reason.
    func selection(_ problem: SelectionProblem, start: [Int]?, clock: SearchClock) throws -> Selection {
        let outcome = try outcome(problem, start: start, clock: clock)
        clock.report("looking for equal sets", problem.model.isMaximising ? -outcome.cost : outcome.cost)
        // Half of the time stays for what hangs on the selection.
        let tie = TieBreak(problem: problem, solver: solver, clock: clock.leaving(0.5))
        let settled = try tie.smallest(of: outcome)
        return Selection(
            problem, sites: settled.sites, bound: outcome.bound, isProven: outcome.isProven,
            isTieBroken: settled.isSettled, solver: solver.name, seconds: clock.seconds)
    }

    /// The optimum without the tie-break. Nothing costs less than `bound`, where that is known.
    func outcome(
        _ problem: SelectionProblem, start: [Int]?, clock: SearchClock, bound: Double = -.infinity
    ) throws -> SelectionOutcome {
        let constraints = problem.namedConstraints
        let search = ModelSearch(
            problem: problem, constraints: constraints, solver: solver, clock: clock, bound: bound)
        switch problem.model {
        case .maximalCovering(let distance):
            let model = MaximalCovering(problem, serviceDistance: distance)
            let guide = CoverageGuide(model.sets, candidateCount: problem.candidates.count)
            return try search.solve(model, from: search.start(guide, given: start))
        case .setCovering:
            let model = SetCovering(candidateCount: problem.candidates.count)
            return try search.solve(model, from: search.start(NoGuide(), given: start))
        case .pMedian: return try search.median(given: start)
        case .pCenter: return try search.center(given: start)
        }
    }

    /// The wishes of a problem that clash, none of which can be left out of the clash; empty where all can be met.
    public func conflict(in problem: SelectionProblem) throws -> [NamedConstraint] {
        let finder = ConflictFinder(
            candidateCount: problem.candidates.count, solver: solver, clock: SearchClock(effort))
        let constraints = problem.namedConstraints
        if try finder.sites(meeting: constraints) != nil { return [] }
        return try finder.conflict(among: constraints)
    }
}
