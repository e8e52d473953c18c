import SiteSelection
import Testing

/// Expected: the published optima of the San Francisco instance (PySAL spopt's notebooks and tests; Church and Murray).
@Suite struct PublishedOptimaTests {
    @Test(
        arguments: [
            (.maximalCovering(serviceDistance: 5000), 1, 448_255, 0),
            (.maximalCovering(serviceDistance: 5000), 2, 671_938, 0),
            (.maximalCovering(serviceDistance: 5000), 3, 791_499, 0),
            (.maximalCovering(serviceDistance: 5000), 4, 875_247, 0),
            (.pMedian, 4, 2_848_268_129.715, 0.001), (.pCenter, 4, 7_403.06, 0.005),
        ] as [(SelectionModel, Int, Double, Double)])
    func `the optimum of San Francisco`(model: SelectionModel, sites: Int, expected: Double, tolerance: Double) throws {
        let problem = try SanFrancisco.problem(model, SelectionConstraints(count: .exactly(sites)))
        let selection = try SiteSelector().select(problem)
        #expect(abs(selection.objective - expected) <= tolerance, "\(selection.objective)")
        #expect(selection.isProvenOptimal && selection.isTieBroken && selection.gap == 0)
        #expect(selection.sites.count == sites)
    }

    @Test func `eight stores reach everybody`() throws {
        let selection = try SiteSelector().select(
            SanFrancisco.problem(.setCovering(serviceDistance: 5000), SelectionConstraints()))
        #expect(selection.objective == 8 && selection.isProvenOptimal && selection.servedWeight == 955_113)
    }

    @Test func `four stores are those published`() throws {
        let problem = try SanFrancisco.problem(
            .maximalCovering(serviceDistance: 5000), SelectionConstraints(count: .exactly(4)))
        let selection = try SiteSelector().select(problem)
        #expect(selection.sites.map(\.id) == ["Store_02", "Store_11", "Store_12", "Store_15"])
        #expect(selection.demandWeight == 955_113 && selection.solver.hasPrefix("CBC 2."))
    }
}
