/// p-center as a question of covering: is there a set of sites that has everybody within a distance?
///
/// The optimum is one of the distances in the table, so a binary search over them finds it with few such questions
/// (Minieka 1970, *The m-center problem*, SIAM Review 12; Daskin 2000).
struct PCenter: SelectionFormulation {
    private let problem: SelectionProblem
    private let points: [Int]
    /// The distance at which everybody is to be covered.
    let radius: Double
    var scale: Double { 1 }
    var tolerance: Double { 0 }

    /// Asks the question at a distance.
    init(_ problem: SelectionProblem, radius: Double) {
        self.problem = problem
        points = problem.demand.indices.filter { problem.demand[$0].weight > 0 }
        self.radius = radius
    }

    /// The greatest distance of anybody to the nearest site.
    func cost(of sites: [Int]) -> Double {
        var isSite = [Bool](repeating: false, count: problem.candidates.count)
        for site in sites { isSite[site] = true }
        return points.reduce(0) { max($0, problem.distances.nearest(of: isSite, to: $1)?.distance ?? .infinity) }
    }

    func equivalence(under constraints: [NamedConstraint]) -> [NamedConstraint]? {
        let sets = CoveringSets(points.map { (problem.distances.covering($0, within: radius), 1) }).irredundant()
        let service = NamedConstraint(
            kind: .service, text: "everybody within \(problem.distances.described(radius))",
            rows: sets.members.map { SelectionRow($0, coefficients: nil, lower: 1) })
        return constraints.filter { $0.kind != .service } + [service]
    }

    func program(under constraints: [NamedConstraint]) -> MixedIntegerProgram {
        MixedIntegerProgram(
            candidateCount: problem.candidates.count, constraints: equivalence(under: constraints) ?? constraints)
    }

    /// The distances that can be the optimum, ascending: none is below the distance of the point that is worst off, nor
    /// below a known bound.
    static func radii(_ problem: SelectionProblem, from bound: Double, upTo greatest: Double) -> [Double] {
        let points = problem.demand.indices.filter { problem.demand[$0].weight > 0 }
        let least = max(bound, points.map { problem.distances.metres[problem.distances.starts[$0]] }.max() ?? 0)
        var found: Set<Double> = []
        for point in points {
            for entry in problem.distances.entries(of: point) {
                let distance = problem.distances.metres[entry]
                if distance > greatest { break }
                if distance >= least { found.insert(distance) }
            }
        }
        return found.sorted()
    }
}
