/// The sites that were selected, how good they are, and how sure that is.
public struct Selection: Sendable {
    /// The sites, in the order of their identifiers.
    public var sites: [SelectedSite]
    /// The objective in the model's own terms: weight covered, number of sites, sum of weight × distance, greatest
    /// distance.
    public var objective: Double
    /// No set of sites has a better objective than this.
    public var bound: Double
    /// How far the objective may be from the optimum, as a proportion of it: |objective − bound| ÷ |objective|.
    public var gap: Double
    /// Whether the objective is proven optimal.
    public var isProvenOptimal: Bool
    /// Whether these are certainly the first of all sets with this objective.
    public var isTieBroken: Bool
    /// Name and version of the solver.
    public var solver: String
    /// Seconds by the clock.
    public var seconds: Double
    /// The nearest site of each demand point; `nil` where none is within reach (in MCLP and LSCP within the service
    /// distance).
    public var assignment: [Assignment?]
    /// The weight of all demand.
    public var demandWeight: Double
    /// The weight of the demand that has a site within reach.
    public var servedWeight: Double

    /// A demand point's nearest site.
    public struct Assignment: Hashable, Sendable {
        /// The site, by its place among the candidates.
        public var candidate: Int
        /// How far it is.
        public var distance: Double
    }
}

/// A site that was selected.
public struct SelectedSite: Hashable, Sendable {
    /// Its place among the candidates.
    public var candidate: Int
    /// Its identifier.
    public var id: String
    /// The weight of the demand whose nearest site it is.
    public var assignedWeight: Double
    /// The mean distance of that demand to it, by weight; `nil` where it has none.
    public var meanDistance: Double?
    /// The weight within the service distance, in covering models.
    public var coveredWeight: Double?
    /// The weight within the service distance of this site and of no other, in covering models.
    public var uniqueWeight: Double?
}

extension Selection {
    /// Evaluates sites from the data.
    init(
        _ problem: SelectionProblem, sites chosen: [Int], bound: Double, isProven: Bool, isTieBroken: Bool,
        solver: String, seconds: Double
    ) {
        let reach = problem.model.serviceDistance
        var isSite = [Bool](repeating: false, count: problem.candidates.count)
        for site in chosen { isSite[site] = true }
        assignment = problem.demand.indices.map { point in
            problem.distances.nearest(of: isSite, to: point).flatMap {
                $0.distance <= reach ?? .infinity ? Assignment(candidate: $0.candidate, distance: $0.distance) : nil
            }
        }
        sites = Self.sites(problem, chosen, isSite, assignment)
        demandWeight = problem.demand.reduce(0) { $0 + $1.weight }
        servedWeight = zip(problem.demand, assignment).reduce(0) { $1.1 == nil ? $0 : $0 + $1.0.weight }
        let served = zip(problem.demand, assignment).filter { $0.0.weight > 0 }
        switch problem.model {
        case .maximalCovering: objective = servedWeight
        case .setCovering: objective = Double(chosen.count)
        case .pMedian: objective = served.reduce(0) { $0 + $1.0.weight * ($1.1?.distance ?? .infinity) }
        case .pCenter: objective = served.reduce(0) { max($0, $1.1?.distance ?? .infinity) }
        }
        self.bound = isProven ? objective : problem.model.isMaximising ? min(-bound, demandWeight) : max(bound, 0)
        gap = objective == self.bound ? 0 : abs(objective - self.bound) / max(abs(objective), .leastNormalMagnitude)
        isProvenOptimal = isProven
        self.isTieBroken = isTieBroken
        self.solver = solver
        self.seconds = seconds
    }

    private static func sites(
        _ problem: SelectionProblem, _ chosen: [Int], _ isSite: [Bool], _ assignment: [Assignment?]
    ) -> [SelectedSite] {
        var assigned = [Double](repeating: 0, count: isSite.count)
        var travelled = assigned
        var covered = assigned
        var unique = assigned
        for (point, nearest) in assignment.enumerated() {
            let weight = problem.demand[point].weight
            guard let nearest, weight > 0 else { continue }
            assigned[nearest.candidate] += weight
            travelled[nearest.candidate] += weight * nearest.distance
            guard let reach = problem.model.serviceDistance else { continue }
            let all = problem.distances.covering(point, within: reach).lazy.map { Int($0) }.filter { isSite[$0] }
            for site in all { covered[site] += weight }
            if all.count == 1 { unique[nearest.candidate] += weight }
        }
        let isCovering = problem.model.serviceDistance != nil
        return chosen.sorted { problem.ranks[$0] < problem.ranks[$1] }.map { site in
            SelectedSite(
                candidate: site, id: problem.candidates[site].id, assignedWeight: assigned[site],
                meanDistance: assigned[site] > 0 ? travelled[site] / assigned[site] : nil,
                coveredWeight: isCovering ? covered[site] : nil, uniqueWeight: isCovering ? unique[site] : nil)
        }
    }
}
