/// Of all sets of sites with the optimal objective, finds the one that comes first.
///
/// First is: fewest sites, then the smallest first identifier, then the smallest second, and so on. One question to the
/// solver settles it where the optimum is unique: is there an equal set without one of these sites? Else the places are
/// settled one by one: with the first k sites fixed, is there an equal set whose next site comes before the one known?
struct TieBreak {
    let problem: SelectionProblem
    let solver: any MixedIntegerSolver
    let clock: SearchClock

    /// The first of the equal sets, and whether that is certain.
    func smallest(of outcome: SelectionOutcome) throws -> (sites: [Int], isSettled: Bool) {
        guard outcome.isProven else { return (outcome.sites, false) }
        let base = outcome.formulation.program(under: problem.namedConstraints)
        let order = problem.candidates.indices.sorted { problem.ranks[$0] < problem.ranks[$1] }
        var sites = outcome.sites.sorted { problem.ranks[$0] < problem.ranks[$1] }
        var isCountOpen = true
        if case .exactly = problem.constraints.count { isCountOpen = false }

        while isCountOpen, !sites.isEmpty {
            let fewer = SelectionRow(order, upper: Double(sites.count - 1))
            switch try equal(outcome, base, rows: [fewer]) {
            case .some(.some(let found)): sites = found
            case .some(.none): isCountOpen = false
            case .none: return (sites.sorted(), false)
            }
        }
        if let equivalence = outcome.formulation.equivalence(under: problem.namedConstraints) {
            sites = exchanged(sites, order, equivalence)
        }
        let asMany = SelectionRow(order, upper: Double(sites.count))
        let another = SelectionRow(sites, upper: Double(sites.count - 1))
        guard let other = try equal(outcome, base, rows: [asMany, another]) else { return (sites.sorted(), false) }
        guard let other else { return (sites.sorted(), true) }
        if comesFirst(other, sites) { sites = other }

        var settled = 0
        while settled < sites.count {
            let last = settled == 0 ? -1 : problem.ranks[sites[settled - 1]]
            let between = order[(last + 1)..<problem.ranks[sites[settled]]]
            if between.isEmpty {
                settled += 1
                continue
            }
            var program = base
            let kept = Set(sites[..<settled])
            for candidate in order[..<(last + 1)] where !kept.contains(candidate) { program.fix(candidate, at: 0) }
            for candidate in kept { program.fix(candidate, at: 1) }
            let earlier = SelectionRow(between, lower: 1)
            guard let found = try equal(outcome, program, rows: [asMany, earlier]) else {
                return (sites.sorted(), false)
            }
            guard let found else {
                settled += 1
                continue
            }
            sites = found
            if let equivalence = outcome.formulation.equivalence(under: problem.namedConstraints) {
                sites = exchanged(sites, order, equivalence)
            }
        }
        return (sites.sorted(), true)
    }

    /// Exchanges single sites for candidates that come before them while that is possible: cheap, and it saves the solver
    /// questions.
    private func exchanged(_ sites: [Int], _ order: [Int], _ equivalence: [NamedConstraint]) -> [Int] {
        var ledger = ConstraintLedger(equivalence, candidateCount: problem.candidates.count)
        for site in sites { ledger.add(site) }
        var isBetter = true
        while isBetter {
            isBetter = false
            search: for candidate in order where !ledger.isSite[candidate] {
                for site in ledger.sites where problem.ranks[site] > problem.ranks[candidate] {
                    ledger.remove(site)
                    ledger.add(candidate)
                    isBetter = ledger.isSatisfied
                    if isBetter { break search }
                    ledger.remove(candidate)
                    ledger.add(site)
                }
            }
        }
        return ledger.sites.sorted { problem.ranks[$0] < problem.ranks[$1] }
    }

    /// An equal set under further rows, in the order of identifiers; `.some(nil)` where there is none, `nil` where that
    /// stays unknown.
    private func equal(
        _ outcome: SelectionOutcome, _ base: MixedIntegerProgram, rows: [SelectionRow]
    ) throws -> [Int]?? {
        var program = base
        for row in rows { program.add(row) }
        let formulation = outcome.formulation
        let cutoff =
            formulation.tolerance == 0
            ? nil : formulation.scale * outcome.cost + formulation.offset + formulation.tolerance
        let exact = SiteSolver(solver: solver, clock: clock, candidateCount: problem.candidates.count)
        let answer = try exact.solve(program, meeting: problem.namedConstraints, cutoff: cutoff)
        if answer.status == .infeasible { return .some(nil) }
        guard let sites = answer.sites else { return nil }
        let isEqual = formulation.cost(of: sites) <= outcome.cost + 1e-9 * abs(outcome.cost)
        if isEqual { return .some(sites.sorted { problem.ranks[$0] < problem.ranks[$1] }) }
        return answer.status == .optimal ? .some(nil) : nil
    }

    private func comesFirst(_ left: [Int], _ right: [Int]) -> Bool {
        left.count != right.count
            ? left.count < right.count
            : left.lexicographicallyPrecedes(right) { problem.ranks[$0] < problem.ranks[$1] }
    }
}
