/// Solves programs over candidates and believes no set of sites that the solver hands out before its sums have been
/// computed again from the data.
///
/// A solver takes a row for met within a tolerance of its own. A set that oversteps a limit by less than that is
/// forbidden, alone, and the program is solved again.
struct SiteSolver {
    let solver: any MixedIntegerSolver
    let clock: SearchClock
    let candidateCount: Int

    /// How the search ended, and with which sites.
    struct Answer {
        /// How it ended; `optimal` only with sites.
        var status: SolverSolution.Status
        /// Sites that meet the constraints; `nil` where none were found.
        var sites: [Int]?
        /// No sites cost less in the program; −∞ where nothing is known.
        var bound: Double
    }

    /// So often a program is solved again at most.
    private static let attempts = 20

    /// Solves a program whose first columns are the candidates.
    ///
    /// - Parameters:
    ///   - constraints: What the sites must meet, as they were asked for.
    ///   - start: Sites to start from.
    ///   - cutoff: Only sites that cost less in the program are wanted.
    func solve(
        _ program: MixedIntegerProgram, meeting constraints: [NamedConstraint], start: [Int]? = nil,
        cutoff: Double? = nil
    ) throws -> Answer {
        var program = program
        var bound = -Double.infinity
        for _ in 0..<Self.attempts {
            let limits = clock.limits(start: start, cutoff: cutoff, candidateCount: candidateCount)
            let solution = try solver.solve(program, within: limits)
            bound = max(bound, solution.bound)
            guard let sites = program.sites(solution.values, candidateCount) else {
                return Answer(status: solution.status, sites: nil, bound: bound)
            }
            if meets(constraints, sites) { return Answer(status: solution.status, sites: sites, bound: bound) }
            if solution.status == .stopped { break }
            forbid(sites, in: &program)
        }
        return Answer(status: .stopped, sites: nil, bound: bound)
    }

    /// Whether sites meet constraints, by their exact sums.
    func meets(_ constraints: [NamedConstraint], _ sites: [Int]) -> Bool {
        var ledger = ConstraintLedger(constraints, candidateCount: candidateCount)
        for site in Set(sites) where 0..<candidateCount ~= site { ledger.add(site) }
        return ledger.isSatisfied
    }

    /// Adds a row that every set of sites meets but this one.
    private func forbid(_ sites: [Int], in program: inout MixedIntegerProgram) {
        let chosen = Set(sites)
        for candidate in 0..<candidateCount { program.addEntry(candidate, chosen.contains(candidate) ? 1 : -1) }
        program.endRow(upper: Double(chosen.count - 1))
    }
}
