import GeographyModel
import Testing

@testable import SiteSelection

@Suite struct RobustTests {
    /// 9 areas chosen by weight, their weights known as 20 draws.
    private func sample(seed: Int) throws -> (problem: SelectionProblem, draws: DemandDraws) {
        var chance = SmallChance(seed: seed)
        let values = (0..<9).flatMap { area in
            let spread = 1 + chance.below(60)
            return (0..<20).map { _ in Double(100 + area * 3 + chance.below(spread)) }
        }
        let problem = try SelectionProblem(
            demand: (0..<9).map { DemandPoint(id: "A\($0)", weight: 1) },
            candidates: (0..<9).map { Candidate(id: "A\($0)") },
            distances: .own(count: 9), model: .maximalCovering(serviceDistance: 0),
            constraints: .init(count: .exactly(3)))
        return (problem, try DemandDraws(pointCount: 9, drawCount: 20, values: values))
    }

    /// The second smallest coverage of 20 draws, and the mean, of sets of 3.
    private func all(_ draws: DemandDraws) -> [(sites: [Int], p10: Double, mean: Double)] {
        (0..<512).map { bits in (0..<9).filter { bits >> $0 & 1 == 1 } }.filter { $0.count == 3 }.map { sites in
            let coverage = (0..<20).map { draw in sites.reduce(0) { $0 + draws.values[$1 * 20 + draw] } }
            return (sites, coverage.sorted()[1], coverage.reduce(0, +) / 20)
        }
    }

    @Test(arguments: 0..<12) func `no other set has a greater tenth percentile`(seed: Int) throws {
        let (problem, draws) = try sample(seed: seed)
        let found = try SiteSelector().select(problem, over: draws, by: .p10)
        let best = all(draws).map(\.p10).max() ?? 0
        #expect(found.objective == best && found.isProvenOptimal, "\(found.objective) \(best)")
        let first = all(draws).filter { $0.p10 == best }.map(\.sites).min { $0.lexicographicallyPrecedes($1) }
        #expect(found.sites.map(\.candidate) == first)
    }

    /// 12 points that several of 8 candidates cover, two of which are too dear together.
    @Test(arguments: 0..<16) func `the tenth percentile of overlapping coverage under constraints`(seed: Int) throws {
        var chance = SmallChance(seed: 100 + seed)
        let covering = (0..<12).map { _ in (0..<8).filter { _ in chance.once(in: 3) } }
        let pairs = covering.enumerated().flatMap { point, sites in
            sites.map { (demand: point, candidate: $0, distance: 1.0) }
        }
        let candidates = (0..<8).map { number in
            Candidate(id: "C\(number)", cost: Double(1 + number % 4), groups: ["region": ["R\(number % 2)"]])
        }
        let problem = try SelectionProblem(
            demand: (0..<12).map { DemandPoint(id: "D\($0)", weight: 1) }, candidates: candidates,
            distances: DistanceTable(demandCount: 12, candidateCount: 8, pairs: pairs),
            model: .maximalCovering(serviceDistance: 1),
            constraints: .init(count: .exactly(3), budget: 7, groups: [GroupLimit(kind: "region", minimum: 1)]))
        let values = (0..<12).flatMap { _ in
            let spread = 1 + chance.below(80)
            return (0..<20).map { _ in Double(10 + chance.below(spread)) }
        }
        let draws = try DemandDraws(pointCount: 12, drawCount: 20, values: values)
        let sets = (0..<256).map { bits in (0..<8).filter { bits >> $0 & 1 == 1 } }.filter { sites in
            sites.count == 3 && Set(sites.map { $0 % 2 }).count == 2 && sites.reduce(0) { $0 + 1 + $1 % 4 } <= 7
        }
        let scored = sets.map { sites in
            let coverage = (0..<20).map { draw in
                covering.indices.reduce(0) { sum, point in
                    covering[point].contains(where: sites.contains) ? sum + values[point * 20 + draw] : sum
                }
            }
            return (sites: sites, p10: coverage.sorted()[1])
        }
        let best = scored.map(\.p10).max() ?? 0
        let found = try SiteSelector().select(problem, over: draws, by: .p10)
        #expect(found.objective == best && found.isProvenOptimal, "\(found.objective) \(best)")
        let first = scored.filter { $0.p10 == best }.map(\.sites).min { $0.lexicographicallyPrecedes($1) }
        #expect(found.sites.map(\.candidate) == first)
        let hasty = try SiteSelector(effort: .init(timeLimit: 0.01)).select(problem, over: draws, by: .p10)
        #expect(hasty.objective <= best && hasty.bound >= best - 1e-6)
    }

    @Test(arguments: 0..<12) func `no other set has a greater mean`(seed: Int) throws {
        let (problem, draws) = try sample(seed: seed)
        let found = try SiteSelector().select(problem, over: draws, by: .mean)
        #expect(abs(found.objective - (all(draws).map(\.mean).max() ?? 0)) < 1e-9 && found.isProvenOptimal)
    }

    @Test func `stability counts draws and what the choice loses in them`() throws {
        let (problem, draws) = try sample(seed: 1)
        let choice = try SiteSelector().select(problem, over: draws, by: .mean)
        let sites = choice.sites.map(\.candidate)
        let stability = try SiteSelector().stability(of: sites, in: problem, over: draws)
        var times = [Int](repeating: 0, count: 9)
        var regrets: [Double] = []
        for draw in 0..<20 {
            let weights = draws.weights(inDraw: draw)
            let sorted = (0..<9).sorted { weights[$0] > weights[$1] }
            for site in sorted.prefix(3) { times[site] += 1 }
            regrets.append(sorted.prefix(3).reduce(0) { $0 + weights[$1] } - sites.reduce(0) { $0 + weights[$1] })
        }
        #expect(stability.timesSelected.reduce(0, +) == 60 && stability.drawCount == 20 && stability.unprovenCount == 0)
        #expect(stability.regrets == regrets && stability.greatestRegret == regrets.max())
        #expect(zip(stability.timesSelected, times).map { abs($0 - $1) }.reduce(0, +) <= 4, "ties may go either way")
        #expect(stability.frequency(of: 8) == Double(stability.timesSelected[8]) / 20)
    }

    @Test func `a sample of draws is spread over all of them`() throws {
        let draws = try DemandDraws(pointCount: 2, drawCount: 6, values: [0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15])
        #expect(draws.sampled(3).values == [0, 2, 4, 10, 12, 14] && draws.sampled(9).drawCount == 6)
        #expect(draws.means == [2.5, 12.5] && draws.weights(inDraw: 1) == [1, 11])
    }

    @Test func `draws that do not suit are refused`() throws {
        let (problem, draws) = try sample(seed: 1)
        #expect(throws: GeodataError.self) { try DemandDraws(pointCount: 2, drawCount: 2, values: [1, 2, 3]) }
        #expect(throws: GeodataError.self) { try DemandDraws(pointCount: 1, drawCount: 2, values: [1, -2]) }
        let median = try SelectionProblem(
            demand: problem.demand, candidates: problem.candidates,
            distances: DistanceTable(matrix: [[Double]](repeating: [Double](repeating: 1, count: 9), count: 9)),
            model: .pMedian, constraints: problem.constraints)
        #expect(throws: GeodataError.self) { try SiteSelector().select(median, over: draws, by: .p10) }
        let few = try DemandDraws(pointCount: 1, drawCount: 1, values: [1])
        #expect(throws: GeodataError.self) { try SiteSelector().select(problem, over: few, by: .mean) }
    }
}
