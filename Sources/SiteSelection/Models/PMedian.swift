/// p-median by distance levels: for each point and each distance at which a candidate stands, z says that no site is
/// that near (Elloumi 2010, *A tighter formulation of the p-median problem*, Journal of Combinatorial Optimization 19;
/// García, Labbé and Marín 2011, *Solving large p-median problems with a radius formulation*, INFORMS Journal on
/// Computing 23). The rows are as short as the levels, and levels that ``MedianRelaxation`` rules out are left away,
/// which leaves a small part of the textbook's candidates × points.
struct PMedian: SelectionFormulation {
    private let problem: SelectionProblem
    private let costs: MedianCosts
    private let relaxation: MedianRelaxation
    let scale: Double
    var tolerance: Double { 1e-3 }

    /// Prepares a problem.
    ///
    /// - Parameter known: What the best known set of sites costs.
    init(_ problem: SelectionProblem, costs: MedianCosts, relaxation: MedianRelaxation, known: Double) {
        self.problem = problem
        self.costs = costs
        self.relaxation = relaxation
        scale = known > 0 ? 1e6 / known : 1
    }

    func cost(of sites: [Int]) -> Double { costs.cost(of: sites) }

    func program(under constraints: [NamedConstraint]) -> MixedIntegerProgram {
        var program = MixedIntegerProgram(candidateCount: costs.candidateCount, constraints: constraints)
        for candidate in 0..<costs.candidateCount {
            if relaxation.isOut[candidate] { program.fix(candidate, at: 0) }
            if relaxation.isIn[candidate] { program.fix(candidate, at: 1) }
        }
        // A column that stands for the constant part, so that the program's cost is that of the sites.
        let constant = program.addColumn(lower: 1, upper: 1)
        for place in costs.points.indices { addLevels(of: place, constant, to: &program) }
        return program
    }

    /// The candidates that can serve a point, grouped by cost, nearest first; the last level is sure to serve it.
    private func levels(of place: Int) -> [(cost: Double, candidates: [Int])] {
        let point = costs.points[place]
        let weight = problem.demand[point].weight
        var levels: [(cost: Double, candidates: [Int])] = []
        var isServed = false
        for entry in problem.distances.entries(of: point) {
            let candidate = Int(problem.distances.candidates[entry])
            if relaxation.isOut[candidate] { continue }
            let cost = problem.distances.metres[entry] * weight
            let isNew = levels.last.map { $0.cost < cost } ?? true
            if isNew, isServed || (cost > relaxation.limits[place] && !levels.isEmpty) { break }
            if isNew {
                levels.append((cost, [candidate]))
            } else {
                levels[levels.count - 1].candidates.append(candidate)
            }
            if relaxation.isIn[candidate] { isServed = true }
        }
        return levels
    }

    private func addLevels(of place: Int, _ constant: Int, to program: inout MixedIntegerProgram) {
        let levels = levels(of: place)
        guard let first = levels.first else { return }
        program.costs[constant] += first.cost * scale
        var unserved: Int?
        for (number, level) in levels.enumerated() {
            for candidate in level.candidates { program.addEntry(candidate, 1) }
            if let unserved { program.addEntry(unserved, -1) }
            let isLast = number == levels.count - 1
            if !isLast {
                let next = program.addColumn(cost: (levels[number + 1].cost - level.cost) * scale)
                program.addEntry(next, 1)
                program.endRow(lower: unserved == nil ? 1 : 0)
                unserved = next
            } else {
                program.endRow(lower: unserved == nil ? 1 : 0)
            }
        }
    }
}
