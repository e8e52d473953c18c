import GeographyModel
import Testing

@testable import SiteSelection

@Suite struct SelectionTests {
    @Test func `coverage and assignment of San Francisco add up`() throws {
        let selection = try SiteSelector().select(
            SanFrancisco.problem(.maximalCovering(serviceDistance: 5000), .init(count: .exactly(4))))
        #expect(selection.sites.reduce(0) { $0 + $1.assignedWeight } == 875_247 && selection.servedWeight == 875_247)
        for site in selection.sites {
            #expect(
                (site.uniqueWeight ?? -1) <= site.assignedWeight && site.assignedWeight <= (site.coveredWeight ?? -1))
            #expect((site.meanDistance ?? 9999) <= 5000)
        }
        #expect(selection.assignment.count == 205)
        let covered = zip(selection.assignment, SanFrancisco.instance.demand).filter { $0.0 != nil }.map(\.1.weight)
        #expect(covered.reduce(0, +) == 875_247)
    }

    @Test func `coverage of each site by hand`() throws {
        let problem = try SelectionProblem(
            demand: [("p", 5.0), ("q", 7), ("r", 11), ("s", 0)].map { DemandPoint(id: $0.0, weight: $0.1) },
            candidates: ["A", "B", "C"].map { Candidate(id: $0) },
            distances: DistanceTable(matrix: [[1, 2, 9], [9, 1, 9], [9, 9, 4], [1, 1, 1]]),
            model: .maximalCovering(serviceDistance: 3),
            constraints: .init(count: .exactly(2), include: ["A", "B"]))
        let selection = try SiteSelector().select(problem)
        #expect(selection.sites.map(\.coveredWeight) == [5, 12] && selection.sites.map(\.uniqueWeight) == [0, 7])
        #expect(selection.sites.map(\.assignedWeight) == [5, 7] && selection.objective == 12)
        #expect(selection.assignment.map { $0?.candidate } == [0, 1, nil, 0] && selection.demandWeight == 23)
    }

    @Test func `the curve of San Francisco`() throws {
        let problem = try SanFrancisco.problem(.maximalCovering(serviceDistance: 5000), .init())
        let curve = try SiteSelector().curve(problem, counts: 1...4)
        #expect(curve.map { $0.selection?.objective } == [448_255, 671_938, 791_499, 875_247])
        #expect(curve.map(\.gain) == [nil, 223_683, 119_561, 83_748])
    }

    @Test func `numbers that the constraints do not allow are gaps of the curve`() throws {
        let problem = try SanFrancisco.problem(
            .maximalCovering(serviceDistance: 5000), .init(include: ["Store_01", "Store_02"]))
        let curve = try SiteSelector().curve(problem, counts: 1...3)
        #expect(curve.map { $0.selection?.sites.count } == [nil, 2, 3] && curve[1].gain == nil)
        #expect(throws: GeodataError.self) {
            try SiteSelector().curve(SanFrancisco.problem(.setCovering(serviceDistance: 5000), .init()), counts: 1...2)
        }
    }

    @Test func `each store of the four is worth what its best alternative loses`() throws {
        let problem = try SanFrancisco.problem(.maximalCovering(serviceDistance: 5000), .init(count: .exactly(4)))
        let selection = try SiteSelector().select(problem)
        for alternative in try SiteSelector().alternatives(to: selection, in: problem) {
            #expect(alternative.loss ?? -1 >= 0 && alternative.incoming.count == alternative.outgoing.count)
            #expect(alternative.selection?.sites.contains { $0.candidate == alternative.site } == false)
        }
    }

    @Test func `demand with the same candidates is merged`() {
        let sets = CoveringSets([([1, 2], 3.0), ([2], 1), ([1, 2], 4), ([0, 1, 2], 1)])
        #expect(sets.members == [[1, 2], [2], [0, 1, 2]] && sets.weights == [7, 1, 1])
        #expect(sets.irredundant().members == [[2]])
    }

    @Test func `every pair that is too close is in a clique, and only such pairs are`() throws {
        var chance = SmallChance(seed: 8)
        let places = (0..<40).map { _ in Position(longitude: chance.part() / 2, latitude: 52 + chance.part() / 2) }
        let cliques = try ConflictCliques(closerThan: 12_000, places: places).cliques
        for left in places.indices {
            for right in 0..<left {
                let isClose = Geodesic.distance(places[left], places[right]) < 12_000
                #expect(cliques.contains { $0.contains(left) && $0.contains(right) } == isClose)
            }
        }
    }
}
