import GeographyModel

/// What is best when the weights are known only as draws.
public enum RobustCriterion: String, Codable, CaseIterable, Sendable {
    /// The best mean over the draws.
    case mean
    /// The best 10th percentile of coverage: in nine draws of ten at least so much is covered. For MCLP only.
    case p10
}

extension SiteSelector {
    /// Selects sites that are best over all draws.
    ///
    /// The mean of a sum is the sum of the means, so `mean` is an ordinary problem. `p10` is ``TailCoverage``; it is
    /// much harder, so take a sample of about 100 draws and a time limit. Its objective and bound are the 10th
    /// percentile; weights and coverage of sites are means.
    ///
    /// - Throws: As ``select(_:startingFrom:)``, and `invalidRequest` where the criterion does not suit the model.
    public func select(
        _ problem: SelectionProblem, over draws: DemandDraws, by criterion: RobustCriterion
    ) throws -> Selection {
        try requireDraws(draws, for: problem)
        let mean = try problem.weighted(draws.means)
        if criterion == .mean { return try select(mean) }
        guard case .maximalCovering(let distance) = problem.model else {
            throw GeodataError(
                .invalidRequest, "The 10th percentile of coverage cannot be asked of the \(problem.model.name) model.",
                remedy: "Use the maximal covering model, or the mean.")
        }
        let clock = SearchClock(effort)
        let first = try explained(problem, clock) { try self.selection(mean, start: nil, clock: clock) }
        let model = try tail(problem, draws, distance, start: first.sites.map(\.candidate), clock: clock)
        clock.report("proving the optimum", -model.cost(of: model.best))
        let outcome = try model.solve(
            from: model.best, constraints: problem.namedConstraints, candidateCount: problem.candidates.count,
            solver: solver, clock: clock, knownBound: -model.ceiling)
        clock.report("looking for equal sets", -outcome.cost)
        let settled = try TieBreak(problem: mean, solver: solver, clock: clock.leaving(0.5)).smallest(of: outcome)
        var selection = Selection(
            mean, sites: settled.sites, bound: outcome.bound, isProven: outcome.isProven,
            isTieBroken: settled.isSettled, solver: solver.name, seconds: clock.seconds)
        selection.objective = -model.cost(of: settled.sites)
        selection.bound = outcome.isProven ? selection.objective : -outcome.bound
        selection.gap = (selection.bound - selection.objective) / max(selection.objective, .leastNormalMagnitude)
        return selection
    }

    /// Prepares the 10th percentile: the optimum of each draw bounds it, and the best of their sites is the start.
    private func tail(
        _ problem: SelectionProblem, _ draws: DemandDraws, _ distance: Double, start: [Int], clock: SearchClock
    ) throws -> TailCoverage {
        var optima: [Double] = []
        var starts = [start]
        for draw in 0..<draws.drawCount {
            clock.report("solving draw \(draw + 1) of \(draws.drawCount)")
            let weighted = try problem.weighted(draws.weights(inDraw: draw))
            let everybody = weighted.demand.reduce(0) { $0 + $1.weight }
            guard let outcome = try clock.inTime({ try outcome(weighted, start: start, clock: clock) }) else {
                optima.append(everybody)
                continue
            }
            optima.append(min(everybody, -outcome.bound))
            starts.append(outcome.sites)
        }
        return TailCoverage(
            problem, draws: draws, serviceDistance: distance, optima: optima, starts: starts, clock: clock)
    }

    /// Refuses draws for other points, and models that no weight changes.
    func requireDraws(_ draws: DemandDraws, for problem: SelectionProblem) throws {
        guard draws.pointCount == problem.demand.count else {
            throw GeodataError(
                .inputMalformed,
                "There are draws for \(draws.pointCount) demand points, but \(problem.demand.count) points.",
                remedy: "Bring draws for every demand point.")
        }
        switch problem.model {
        case .maximalCovering, .pMedian: return
        case .setCovering, .pCenter:
            throw GeodataError(
                .invalidRequest, "Draws change nothing in the \(problem.model.name) model: it does not weigh demand.",
                remedy: "Use the maximal covering or the p-median model.")
        }
    }
}
