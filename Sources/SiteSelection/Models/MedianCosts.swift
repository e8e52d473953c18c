/// Weight × distance of every demand point and candidate, candidate after candidate, for searches that look at all
/// pairs.
struct MedianCosts {
    /// How many demand points with a weight there are.
    let demandCount: Int
    /// How many candidates there are.
    let candidateCount: Int
    /// The costs: `values[candidate * demandCount + point]`. A pair out of reach costs more than any within.
    let values: [Double]
    /// The place of each point among the problem's.
    let points: [Int]

    /// Weighs distances; with `isWeighted` false every point counts 1.
    init(_ problem: SelectionProblem, isWeighted: Bool = true) {
        let points = problem.demand.indices.filter { problem.demand[$0].weight > 0 }
        let penalty = 10 * (problem.distances.metres.max() ?? 0) + 1
        var values = [Double](repeating: 0, count: points.count * problem.candidates.count)
        for (place, point) in points.enumerated() {
            let weight = isWeighted ? problem.demand[point].weight : 1
            for candidate in problem.candidates.indices { values[candidate * points.count + place] = penalty * weight }
            for entry in problem.distances.entries(of: point) {
                let candidate = Int(problem.distances.candidates[entry])
                values[candidate * points.count + place] = problem.distances.metres[entry] * weight
            }
        }
        demandCount = points.count
        candidateCount = problem.candidates.count
        self.values = values
        self.points = points
    }

    /// The costs of one candidate.
    func column(_ candidate: Int) -> ArraySlice<Double> {
        values[candidate * demandCount..<(candidate + 1) * demandCount]
    }

    /// The sum over points of the cost to the nearest site.
    func cost(of sites: [Int]) -> Double {
        var nearest = [Double](repeating: .infinity, count: demandCount)
        for site in sites {
            let base = site * demandCount
            for point in 0..<demandCount { nearest[point] = min(nearest[point], values[base + point]) }
        }
        return nearest.reduce(0, +)
    }
}
