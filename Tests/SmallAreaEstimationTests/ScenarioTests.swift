import GeographyModel
import SmallAreaEstimation
import Testing

@Suite struct ScenarioTests {
    @Test func `more people at Level 2 lower the figure, more surely than the figure itself is known`() throws {
        let margins = try CensusReading().margins(of: try #require(GeoDataFiles.districts().first))
        let draws = try PosteriorDraws(model: GeoDataFiles.model(), count: 100, seed: 5)
        let changed = try margins.shifted(by: 0.05, level: "yes", factor: "level_2_plus")
        let scenario = try draws.scenario(from: margins, to: changed, residualSD: 0.1)
        #expect(scenario.change < 0 && scenario.interval.upperBound < 0)
        #expect(abs(scenario.after.value - scenario.before.value - scenario.change) < 1e-15)
        #expect(abs(scenario.people - scenario.change * margins.population) < 1e-9)
        let (before, change) = (scenario.before.interval, scenario.interval)
        #expect((change.upperBound - change.lowerBound) < 0.2 * (before.upperBound - before.lowerBound))
    }

    @Test func `no change is exactly none`() throws {
        let margins = try CensusReading().margins(of: try #require(GeoDataFiles.districts().first))
        let draws = try PosteriorDraws(model: GeoDataFiles.model(), count: 10, seed: 5)
        let scenario = try draws.scenario(from: margins, to: margins, residualSD: 0.1)
        #expect(scenario.change == 0 && scenario.interval == 0...0)
    }

    @Test func `two areas are not a scenario`() throws {
        let areas = MarginIntake(census: try GeoDataFiles.districts().prefix(2), file: "").areas
        let draws = try PosteriorDraws(model: GeoDataFiles.model(), count: 1, seed: 5)
        #expect(geodataError { _ = try draws.scenario(from: areas[0], to: areas[1]) }?.code == .invalidRequest)
    }
}
