import GeographyModel
import SiteSelection

/// The answers of the solver to everything that a request asks.
struct SolvedSelection: Sendable {
    /// The best sites.
    let selection: Selection
    /// What would be done without each of them; empty where that was not asked.
    private(set) var alternatives: [SiteAlternative] = []
    /// How the choice holds over the draws.
    private(set) var stability: SelectionStability?
    /// The best selections by number of sites.
    private(set) var curve: [CurvePoint]?
    /// What time did not allow.
    private(set) var notes: [Note] = []

    /// Solves a problem and what hangs on it; the time limit is for everything together.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` naming constraints that clash, `timeBudgetSpent` where no sites were
    ///   found in time.
    init(_ ground: SelectionGround, effort: SelectionEffort) throws {
        let request = ground.request
        let begin = ContinuousClock.now
        func remaining() -> SiteSelector {
            var effort = effort
            let used = (ContinuousClock.now - begin) / .seconds(1)
            effort.timeLimit = request.timeLimit.map { max(0, $0 - used) }
            return SiteSelector(effort: effort)
        }
        var problem = ground.problem
        let sample = ground.demand.draws?.sampled(request.draws)
        switch request.robust {
        case nil: selection = try remaining().select(problem)
        case .mean:
            let draws = try ground.requireDraws()
            problem = try problem.weighted(draws.means)
            selection = try remaining().select(ground.problem, over: draws, by: .mean)
        case .p10:
            selection = try remaining().select(
                ground.problem, over: try ground.requireDraws().sampled(request.draws), by: .p10)
        }
        let sites = selection.sites.map(\.candidate)
        if request.alternatives, request.robust != .p10 {
            alternatives = try remaining().alternatives(to: selection, in: problem)
            if alternatives.count < sites.count {
                notes.append(Self.left("the alternatives to \(sites.count - alternatives.count) of the sites"))
            }
        }
        if request.stability {
            guard let sample else {
                throw GeodataError(.internal, "There are no draws.", remedy: "Leave stability out.")
            }
            let found = try remaining().stability(of: sites, in: problem, over: sample)
            stability = found.drawCount > 0 ? found : nil
            if found.drawCount < sample.drawCount {
                notes.append(Self.left("\(sample.drawCount - found.drawCount) of \(sample.drawCount) draws"))
            }
        }
        if let first = request.curveFrom, let last = request.curveTo {
            let counts = first...min(last, ground.problem.candidates.count)
            let points = try remaining().curve(problem, counts: counts)
            curve = points
            if last > counts.upperBound {
                notes.append(
                    Note(.selection, "The curve ends with \(counts.upperBound) sites: there are no more candidates."))
            }
            if points.count < counts.count {
                notes.append(Self.left("\(counts.count - points.count) of \(counts.count) points of the curve"))
            }
        }
    }

    private static func left(_ what: String) -> Note {
        Note(.notProven, "The search was ended before \(what) could be told; give it more time to see them.")
    }
}

extension SelectionGround {
    /// The draws of the demand.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` where it has none.
    func requireDraws() throws -> DemandDraws {
        guard let draws = demand.draws else {
            throw GeodataError(
                .invalidRequest, "The demand has no posterior draws.", remedy: "Leave robust choice and stability out.")
        }
        return draws
    }
}
