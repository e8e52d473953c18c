/// How much a choice of sites depends on figures that are not certain.
public struct SelectionStability: Sendable {
    /// In how many draws each candidate is in the optimum, by its place.
    public var timesSelected: [Int]
    /// How many draws were solved.
    public var drawCount: Int
    /// In how many draws the choice is as good as the optimum.
    public var timesOptimal: Int
    /// What the choice loses against each draw's own optimum, in the unit of the objective, draw by draw.
    public var regrets: [Double]
    /// Each draw's own optimum.
    public var optima: [Double]
    /// In how many draws the optimum was not proven because time ran out.
    public var unprovenCount: Int

    /// The mean loss.
    public var meanRegret: Double { regrets.reduce(0, +) / Double(max(1, regrets.count)) }
    /// The greatest loss.
    public var greatestRegret: Double { regrets.max() ?? 0 }
    /// The mean loss as a proportion of the mean optimum.
    public var relativeRegret: Double {
        let total = optima.reduce(0, +)
        return total > 0 ? regrets.reduce(0, +) / total : 0
    }
    /// The proportion of draws in which a candidate is in the optimum.
    public func frequency(of candidate: Int) -> Double { Double(timesSelected[candidate]) / Double(max(1, drawCount)) }
}

extension SiteSelector {
    /// Solves the problem once for each draw and compares with a choice. Draws that the time does not allow are left
    /// out.
    ///
    /// - Throws: As ``select(_:startingFrom:)``, and `invalidRequest` for models that do not weigh demand.
    public func stability(
        of sites: [Int], in problem: SelectionProblem, over draws: DemandDraws
    ) throws -> SelectionStability {
        try requireDraws(draws, for: problem)
        let clock = SearchClock(effort)
        var result = SelectionStability(
            timesSelected: [Int](repeating: 0, count: problem.candidates.count), drawCount: 0, timesOptimal: 0,
            regrets: [], optima: [], unprovenCount: 0)
        for draw in 0..<draws.drawCount where !clock.isOver {
            clock.report("solving draw \(draw + 1) of \(draws.drawCount)")
            let weighted = try problem.weighted(draws.weights(inDraw: draw))
            let found = try clock.inTime {
                try explained(problem, clock) { try self.outcome(weighted, start: sites, clock: clock) }
            }
            guard let outcome = found else { break }
            let sign: Double = problem.model.isMaximising ? -1 : 1
            let regret = max(0, outcome.formulation.cost(of: sites) - outcome.cost)
            for site in outcome.sites { result.timesSelected[site] += 1 }
            result.regrets.append(regret)
            result.optima.append(sign * outcome.cost)
            result.drawCount += 1
            if regret <= 1e-9 * abs(outcome.cost) { result.timesOptimal += 1 }
            if !outcome.isProven { result.unprovenCount += 1 }
        }
        return result
    }
}
