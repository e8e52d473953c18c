import GeographyModel
import Synchronization
import Testing

@testable import SiteSelection

@Suite struct LimitTests {
    /// A problem that takes the solver long: random distances leave a wide gap below the optimum.
    private func hard(_ model: SelectionModel = .pMedian, count: Int = 120) throws -> SelectionProblem {
        var chance = SmallChance(seed: 3)
        let matrix = (0..<count).map { _ in (0..<count).map { _ in Double(chance.below(1000)) } }
        return try SelectionProblem(
            demand: (0..<count).map { DemandPoint(id: "D\(1000 + $0)", weight: Double(1 + chance.below(90))) },
            candidates: (0..<count).map { Candidate(id: "C\(1000 + $0)") }, distances: DistanceTable(matrix: matrix),
            model: model, constraints: .init(count: .exactly(6)))
    }

    @Test(arguments: [.maximalCovering(serviceDistance: 100), .pMedian, .pCenter] as [SelectionModel])
    func `without time the start is handed out with a bound that holds`(model: SelectionModel) throws {
        let problem = try hard(model, count: 30)
        let best = try SiteSelector().select(problem)
        let hasty = try SiteSelector(effort: .init(timeLimit: 0)).select(problem)
        #expect(hasty.sites.count == 6 && !hasty.isTieBroken && hasty.seconds < 1)
        let sign: Double = model.isMaximising ? 1 : -1
        #expect(sign * hasty.objective <= sign * best.objective)
        #expect(sign * hasty.bound >= sign * best.objective, "\(hasty.bound) \(best.objective)")
        #expect(hasty.isProvenOptimal || hasty.gap > 0)
    }

    @Test func `a time limit ends a long search`() throws {
        let selection = try SiteSelector(effort: .init(timeLimit: 1)).select(hard())
        #expect(selection.seconds < 4, "\(selection.seconds)")
        #expect(!selection.isProvenOptimal && selection.gap > 0 && selection.gap < 0.6, "\(selection.gap)")
    }

    @Test func `whoever cancels gets what was found`() throws {
        let begin = ContinuousClock.now
        let phases = Mutex<[String]>([])
        let effort = SelectionEffort(
            isCancelled: { ContinuousClock.now - begin > .seconds(1) },
            onProgress: { progress in phases.withLock { $0.append(progress.phase) } })
        let selection = try SiteSelector(effort: effort).select(hard())
        #expect(ContinuousClock.now - begin < .seconds(5))
        #expect(!selection.isProvenOptimal && selection.sites.count == 6 && selection.gap > 0 && selection.gap < 0.6)
        #expect(
            phases.withLock { $0 } == [
                "looking for a start", "raising the bound", "proving the optimum", "looking for equal sets",
            ])
    }

    @Test func `a start that is given is never worsened`() throws {
        let problem = try hard(count: 40)
        let best = try SiteSelector().select(problem)
        let again = try SiteSelector(effort: .init(timeLimit: 0)).select(
            problem, startingFrom: best.sites.map(\.candidate))
        #expect(again.objective == best.objective)
        let bad = try SiteSelector().select(problem, startingFrom: [1, 2])
        #expect(bad.sites == best.sites)
    }
}
