import GeographyModel
import SmallAreaEstimation
import Testing

@Suite struct BenchmarkTests {
    @Test(arguments: [false, true]) func `the areas together have the stated figure in every draw`(isSeeded: Bool)
        throws
    {
        let raked = try PrevalenceEstimatesTests.districts(5, isSeeded: isSeeded)
        let draws = try PosteriorDraws(model: GeoDataFiles.model(), count: 10, seed: 5)
        let estimates = try draws.benchmarked(to: 0.3866, in: raked).estimates(for: raked)
        let all = try #require(estimates.summary(confidence: 1))
        #expect(abs(all.value - 0.3866) < 1e-12)
        #expect(abs(all.interval.lowerBound - 0.3866) < 1e-6 && abs(all.interval.upperBound - 0.3866) < 1e-6)
        let order = { (values: [Double]) in values.indices.sorted { values[$0] < values[$1] } }
        #expect(try order(estimates.values) == order(draws.estimates(for: raked).values))
    }

    @Test(arguments: [1e-6, 0.999_999]) func `extreme figures are reached`(proportion: Double) throws {
        let raked = try PrevalenceEstimatesTests.districts(2)
        let draws = try PosteriorDraws(model: GeoDataFiles.model(), count: 1, seed: 5)
        let estimates = try draws.benchmarked(to: proportion, in: raked).estimates(for: raked)
        #expect(try abs(#require(estimates.summary()).value - proportion) < 1e-12)
    }

    @Test(arguments: [0, 1, 38.66, .nan]) func `a figure that is no proportion is refused`(proportion: Double) throws {
        let raked = try PrevalenceEstimatesTests.districts(1)
        let draws = try PosteriorDraws(model: GeoDataFiles.model(), count: 1, seed: 5)
        let error = geodataError { _ = try draws.benchmarked(to: proportion, in: raked) }
        #expect(error?.code == .invalidRequest)
    }
}
