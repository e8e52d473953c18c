import GeographyModel
import Testing

@testable import SiteSelection

@Suite struct ComparatorMatchingTests {
    private func table(seed: Int, areas: Int) throws -> CovariateTable {
        var chance = SmallChance(seed: seed)
        return try CovariateTable(
            ids: (0..<areas).map { "A\(100 + $0)" }, names: ["age", "income"],
            values: (0..<areas).map { _ in [chance.part() * 40, chance.part() * 9] })
    }

    /// The least cost over every way to give rows columns of their own.
    private func least(_ costs: [[Double]], row: Int = 0, used: Set<Int> = []) -> Double {
        if row == costs.count { return 0 }
        return costs[row].indices.filter { !used.contains($0) }.map {
            costs[row][$0] + least(costs, row: row + 1, used: used.union([$0]))
        }.min() ?? .infinity
    }

    @Test(arguments: 0..<30) func `no other assignment costs less`(seed: Int) {
        var chance = SmallChance(seed: seed)
        let costs = (0..<(1 + chance.below(4))).map { _ in
            (0..<6).map { _ in chance.once(in: 5) ? .infinity : Double(chance.below(20)) }
        }
        let found = AssignmentProblem.solve(costs)
        let best = least(costs)
        #expect((found == nil) == best.isInfinite)
        guard let found else { return }
        #expect(Set(found).count == costs.count)
        #expect(zip(costs, found).reduce(0) { $0 + $1.0[$1.1] } == best)
    }

    @Test func `a greedy matching would be worse`() {
        #expect(AssignmentProblem.solve([[1, 2], [1, 9]]) == [1, 0])
        #expect(AssignmentProblem.solve([[1], [2]]) == nil)
    }

    @Test(arguments: 0..<10) func `comparators are untouched, not next to a site, and best for all sites at once`(
        seed: Int
    ) throws {
        let table = try table(seed: seed, areas: 9)
        let neighbours = [[2], [], [0], [], [], [], [], [], []]
        let matching = try ComparatorMatching(
            sites: [0, 1], covariates: table, touched: [3], neighbours: neighbours, count: 2)
        let areas = matching.matches.flatMap { $0.comparators.map(\.area) }
        #expect(Set(areas).count == 4 && Set(areas).isDisjoint(with: [0, 1, 2, 3]))
        let pool = [4, 5, 6, 7, 8]
        let best = least([0, 0, 1, 1].map { site in pool.map { table.distance(site, $0) } })
        let sum = matching.matches.reduce(0) { $0 + $1.comparators.reduce(0) { $0 + $1.distance } }
        #expect(abs(sum - best) < 1e-12)
        #expect(matching.matches.allSatisfy { $0.comparators[0].distance <= $0.comparators[1].distance })
    }

    /// Expected: by hand.
    @Test func `the balance of two groups`() throws {
        let table = try CovariateTable(
            ids: ["a", "b", "c", "d"], names: ["x", "y"], values: [[1, 10], [3, 10], [2, 10], [6, 30]])
        let balance = BalanceTable(sites: [0, 1], comparators: [2, 3], covariates: table)
        #expect(balance.spread == .allAreas && balance.rows.map(\.siteMean) == [2, 10])
        #expect(balance.rows.map(\.comparatorMean) == [4, 20])
        #expect(abs(balance.rows[0].difference - 2 / (14.0 / 3).squareRoot()) < 1e-12)
        #expect(abs(balance.rows[1].difference - 1) < 1e-12 && !balance.isGood && !balance.rows[0].isGood)
        #expect(abs(balance.average - (balance.rows[0].difference + 1) / 2) < 1e-12)
        let sites = try CovariateTable(
            ids: ["a", "b", "c", "d", "e", "f"], names: ["x", "y"],
            values: [[1, 0], [2, 1], [3, 0], [4, 1], [5, 0], [3.1, 0.4]])
        let five = BalanceTable(sites: [0, 1, 2, 3, 4], comparators: [5], covariates: sites)
        #expect(five.spread == .sites && abs(five.rows[0].difference - 0.1 / 2.5.squareRoot()) < 1e-12)
        #expect(five.isGood && five.rows[1].difference < 1e-12)
    }

    @Test func `what cannot be matched is refused`() throws {
        let table = try table(seed: 1, areas: 5)
        let alone = [[Int]](repeating: [], count: 5)
        let error = #expect(throws: GeodataError.self) {
            try ComparatorMatching(sites: [0, 1], covariates: table, touched: [2], neighbours: alone)
        }
        #expect(error?.message.contains("only 2 areas") == true)
        #expect(throws: GeodataError.self) { try ComparatorMatching(sites: [], covariates: table, neighbours: alone) }
        #expect(throws: GeodataError.self) { try CovariateTable(ids: ["a", "b"], names: ["x"], values: [[1], [2]]) }
        #expect(throws: GeodataError.self) {
            try CovariateTable(ids: ["a", "b"], names: ["x", "y"], values: [[1, 2], [1, 3]])
        }
        #expect(throws: GeodataError.self) {
            try CovariateTable(ids: ["a", "b"], names: ["x", "y"], values: [[1, .nan], [2, 3]])
        }
    }
}
