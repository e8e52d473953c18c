/// What would happen without one of the sites.
public struct SiteAlternative: Sendable {
    /// The site that is done without, by its place among the candidates.
    public var site: Int
    /// The best selection without it; `nil` where the constraints cannot be met without it.
    public var selection: Selection?
    /// Sites that come in.
    public var incoming: [Int]
    /// Sites that go, this one first.
    public var outgoing: [Int]
    /// What it costs, in the unit of the objective; `nil` where there is no selection without it. Below 0 for a site that
    /// was asked for (`include`), where so much is gained by not insisting, and where the selection itself is not proven.
    public var loss: Double?
}

extension SiteSelector {
    /// For each site of a selection, the best selection without it: solved anew with the site forbidden, so exact. Of
    /// several that are equally good it is one that keeps many of the other sites.
    ///
    /// A site that was asked for (`include`) is forbidden all the same: the answer tells what insisting costs. The
    /// time limit is for all together; what it does not allow is left out at the end.
    public func alternatives(to selection: Selection, in problem: SelectionProblem) throws -> [SiteAlternative] {
        let clock = SearchClock(effort)
        let chosen = selection.sites.map(\.candidate)
        var alternatives: [SiteAlternative] = []
        for site in chosen {
            var other: Selection?
            do {
                guard let found = try clock.inTime({ try self.best(without: site, of: selection, problem, clock) })
                else { break }
                other = found
            } catch is Infeasible {}
            let sites = other?.sites.map(\.candidate) ?? []
            alternatives.append(
                SiteAlternative(
                    site: site, selection: other, incoming: sites.filter { !chosen.contains($0) },
                    outgoing: other == nil ? [site] : [site] + chosen.filter { $0 != site && !sites.contains($0) },
                    loss: other.map {
                        ($0.objective - selection.objective) * (problem.model.isMaximising ? -1 : 1)
                    }))
        }
        return alternatives
    }

    /// The best selection without a site.
    private func best(
        without site: Int, of selection: Selection, _ problem: SelectionProblem, _ clock: SearchClock
    ) throws -> Selection {
        let id = problem.candidates[site].id
        let without = try problem.constrained { constraints in
            constraints.include.removeAll { $0 == id }
            constraints.exclusions.append(Exclusion(reason: "the comparison", candidates: [id]))
        }
        // Doing without a site that nobody asked for leaves fewer sets to choose from.
        let isAskedFor = problem.constraints.include.contains(id)
        let bound = isAskedFor ? -.infinity : problem.model.isMaximising ? -selection.bound : selection.bound
        let others = selection.sites.map(\.candidate).filter { $0 != site }
        let begun = clock.seconds
        let outcome = try outcome(without, start: others, clock: clock, bound: bound)
        return Selection(
            without, sites: try brought(outcome, backTo: others, in: without, clock), bound: outcome.bound,
            isProven: outcome.isProven, isTieBroken: false, solver: solver.name, seconds: clock.seconds - begun)
    }

    /// Exchanges sites of an outcome for wanted ones, as long as it stays as good: one by one, or all at once where equally
    /// good sets can be told by constraints.
    private func brought(
        _ outcome: SelectionOutcome, backTo wanted: [Int], in problem: SelectionProblem, _ clock: SearchClock
    ) throws -> [Int] {
        let exact = SiteSolver(solver: solver, clock: clock, candidateCount: problem.candidates.count)
        let constraints = problem.namedConstraints
        let most = outcome.cost + 1e-9 * abs(outcome.cost)
        var sites = Set(outcome.sites)
        for site in wanted where !sites.contains(site) {
            for other in sites.subtracting(wanted).sorted() {
                let exchanged = sites.subtracting([other]).union([site])
                if exact.meets(constraints, exchanged.sorted()),
                    outcome.formulation.cost(of: exchanged.sorted()) <= most
                {
                    sites = exchanged
                    break
                }
            }
        }
        guard wanted.count(where: { !sites.contains($0) }) > 1, !clock.isOver,
            let equivalence = outcome.formulation.equivalence(under: constraints)
        else { return sites.sorted() }
        var program = MixedIntegerProgram(candidateCount: problem.candidates.count, constraints: equivalence)
        for site in wanted { program.costs[site] = -1 }
        program.add(SelectionRow(problem.candidates.indices, upper: Double(outcome.sites.count)))
        let nearest = try exact.solve(program, meeting: equivalence, start: sites.sorted())
        return nearest.sites ?? sites.sorted()
    }
}
