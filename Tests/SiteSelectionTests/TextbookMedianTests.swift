import GeographyModel
import Testing

@testable import SiteSelection

@Suite struct TextbookMedianTests {
    /// The p-median as textbooks write it (ReVelle and Swain 1970): x says who serves whom, no bound and no level is used.
    private func textbook(_ problem: SelectionProblem) throws -> Double {
        let count = problem.candidates.count
        var program = MixedIntegerProgram(candidateCount: count, constraints: problem.namedConstraints)
        for point in problem.demand.indices {
            var served: [Int] = []
            for entry in problem.distances.entries(of: point) {
                let cost = problem.distances.metres[entry] * problem.demand[point].weight
                let serves = program.addColumn(cost: cost)
                program.addEntry(serves, -1)
                program.addEntry(Int(problem.distances.candidates[entry]), 1)
                program.endRow(lower: 0)
                served.append(serves)
            }
            for serves in served { program.addEntry(serves, 1) }
            program.endRow(lower: 1, upper: 1)
        }
        let solution = try CBCSolver().solve(program, within: SolverLimits())
        return zip(solution.values ?? [], program.costs).reduce(0) { $0 + $1.0 * $1.1 }
    }

    @Test(arguments: 0..<12) func `bounds and levels leave the optimum as it is`(seed: Int) throws {
        var chance = SmallChance(seed: seed)
        let places = (0..<36).map { _ in Position(longitude: -2 + 2 * chance.part(), latitude: 51 + 2 * chance.part()) }
        let scale = [1.0, 1e-3, 1e6][seed % 3]
        let candidates = places.enumerated().map { number, place in
            Candidate(
                id: "C\(100 + number)", position: place, cost: Double(1 + chance.below(9)),
                groups: ["region": ["R\(chance.below(5))"]])
        }
        var constraints = SelectionConstraints(count: .exactly(4 + seed % 5))
        if seed % 2 == 1 { constraints.groups = [GroupLimit(kind: "region", minimum: 1, maximum: 2)] }
        if seed % 2 == 1 { constraints.count = .exactly(6) }
        if seed % 3 == 2 { constraints.minimumSeparation = 30_000 }
        if seed % 4 == 3 { constraints.budget = 30 }
        let problem = try SelectionProblem(
            demand: places.enumerated().map {
                DemandPoint(id: "D\($0.offset)", weight: scale * (1 + chance.part() * 50))
            },
            candidates: candidates, distances: .geodesic(from: places, to: places), model: .pMedian,
            constraints: constraints)
        let found = try SiteSelector().select(problem)
        let expected = try textbook(problem)
        #expect(abs(found.objective - expected) <= 1e-9 * expected, "\(found.objective) \(expected)")
        #expect(found.isProvenOptimal && found.isTieBroken)
    }

    @Test func `a budget alone decides how many sites there are`() throws {
        var chance = SmallChance(seed: 77)
        let places = (0..<20).map { _ in Position(longitude: chance.part(), latitude: 52 + chance.part()) }
        let problem = try SelectionProblem(
            demand: places.indices.map { DemandPoint(id: "D\($0)", weight: Double(1 + chance.below(50))) },
            candidates: places.enumerated().map {
                Candidate(id: "C\(100 + $0.offset)", position: $0.element, cost: Double(1 + chance.below(9)))
            }, distances: .geodesic(from: places, to: places), model: .pMedian, constraints: .init(budget: 12))
        let found = try SiteSelector().select(problem)
        let expected = try textbook(problem)
        #expect(abs(found.objective - expected) <= 1e-9 * expected && found.isProvenOptimal)
        #expect(found.sites.reduce(0) { $0 + (problem.candidates[$1.candidate].cost ?? 0) } <= 12)
    }
}
