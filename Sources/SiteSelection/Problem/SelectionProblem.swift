/// Everything that a selection of sites depends on. It is checked when made, so that whoever has one can solve it.
///
/// ```swift
/// let problem = try SelectionProblem(
///     demand: areas, candidates: areasAsCandidates, distances: .geodesic(from: centroids, to: centroids),
///     model: .maximalCovering(serviceDistance: 10_000), constraints: SelectionConstraints(count: .exactly(10)))
/// let selection = try SiteSelector().select(problem)
/// ```
public struct SelectionProblem: Sendable {
    /// Where the people are.
    public private(set) var demand: [DemandPoint]
    /// Where sites can be.
    public let candidates: [Candidate]
    /// How far each demand point is from the candidates.
    public let distances: DistanceTable
    /// What is best.
    public let model: SelectionModel
    /// What is allowed.
    public private(set) var constraints: SelectionConstraints
    /// Candidates' places in the order of their identifiers: `ranks[candidate]`.
    let ranks: [Int]
    /// The candidate of each identifier.
    let candidateIndex: [String: Int]
    /// Candidates closer to one another than the least separation.
    private(set) var cliques: [[Int]] = []

    /// Makes a problem.
    ///
    /// - Throws: `GeodataError` `invalidRequest` or `inputMalformed` where something is missing, contradictory,
    ///   negative or not a number; the message names it.
    public init(
        demand: [DemandPoint], candidates: [Candidate], distances: DistanceTable, model: SelectionModel,
        constraints: SelectionConstraints = SelectionConstraints()
    ) throws {
        self.demand = demand
        self.candidates = candidates
        self.distances = distances
        self.model = model
        self.constraints = constraints
        let order = candidates.indices.sorted { candidates[$0].id < candidates[$1].id }
        var ranks = [Int](repeating: 0, count: candidates.count)
        for (rank, candidate) in order.enumerated() { ranks[candidate] = rank }
        self.ranks = ranks
        candidateIndex = Dictionary(
            candidates.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        try validate()
        cliques = try separated()
    }

    /// Groups of candidates of which only one can be a site, because of the least separation.
    ///
    /// - Throws: `GeodataError` `invalidRequest` where there are more of them than can be kept.
    private func separated() throws -> [[Int]] {
        guard let separation = constraints.minimumSeparation, separation > 0 else { return [] }
        return try ConflictCliques(closerThan: separation, places: candidates.compactMap(\.position)).cliques
    }

    /// The same problem under other constraints.
    ///
    /// - Throws: As ``init(demand:candidates:distances:model:constraints:)``.
    public func constrained(_ change: (inout SelectionConstraints) -> Void) throws -> SelectionProblem {
        var problem = self
        change(&problem.constraints)
        try problem.validate()
        if problem.constraints.minimumSeparation != constraints.minimumSeparation {
            problem.cliques = try problem.separated()
        }
        return problem
    }

    /// The same problem with other weights, one for each demand point.
    ///
    /// - Throws: As ``init(demand:candidates:distances:model:constraints:)``.
    public func weighted(_ weights: [Double]) throws -> SelectionProblem {
        precondition(weights.count == demand.count, "\(weights.count) weights for \(demand.count) demand points.")
        var problem = self
        problem.demand = zip(demand, weights).map { DemandPoint(id: $0.id, weight: $1, position: $0.position) }
        try problem.validate()
        return problem
    }

    /// The candidates that some exclusion names.
    var excluded: Set<Int> {
        Set(constraints.exclusions.flatMap(\.candidates).compactMap { candidateIndex[$0] })
    }

    /// The candidates that must be sites.
    var included: Set<Int> { Set(constraints.include.compactMap { candidateIndex[$0] }) }
}
