import GeographyModel

/// What each further site brings.
public struct CurvePoint: Sendable {
    /// How many sites.
    public var count: Int
    /// The best selection with that many; `nil` where the constraints allow none.
    public var selection: Selection?
    /// What it brings more than one site fewer, in the unit of the objective; `nil` for the first and after a gap.
    public var gain: Double?
}

extension SiteSelector {
    /// The best selections for several numbers of sites, all other constraints as they are.
    ///
    /// The time limit is for all together; what it does not allow is left out at the end.
    ///
    /// - Throws: `GeodataError` `invalidRequest` where the model has no number of sites to choose, or the numbers do
    ///   not suit.
    public func curve(_ problem: SelectionProblem, counts: ClosedRange<Int>) throws -> [CurvePoint] {
        if case .setCovering = problem.model {
            throw GeodataError(
                .invalidRequest, "The set covering model itself finds the number of sites.",
                remedy: "Ask for the curve of the maximal covering, p-median or p-center model.")
        }
        let clock = SearchClock(effort)
        var points: [CurvePoint] = []
        for count in counts where !clock.isOver {
            let sized = try problem.constrained { $0.count = .exactly(count) }
            var selection: Selection?
            do {
                let started = clock.seconds
                guard
                    let found = try clock.inTime({ try self.selection(sized, start: nil, clock: clock) })
                else { break }
                selection = found
                selection?.seconds -= started
            } catch is Infeasible {}
            var gain: Double?
            if let last = points.last?.selection, let selection {
                gain = (selection.objective - last.objective) * (problem.model.isMaximising ? 1 : -1)
            }
            points.append(CurvePoint(count: count, selection: selection, gain: gain))
        }
        return points
    }
}
