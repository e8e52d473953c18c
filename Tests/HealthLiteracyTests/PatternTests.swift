import GeographyModel
import HealthLiteracy
import RankInference
import TestSupport
import Testing

@Suite struct PatternTests {
    /// PySAL esda 2.8 on queen contiguity of the exported boundaries: I = 0.308738, two islands (Isle of Wight, Scilly).
    @Test func `England's districts are alike among neighbours`() async throws {
        let pattern = try await FixtureStore.service().pattern(PatternQuery())
        #expect(abs(pattern.moran.index - 0.3087) < 0.0005)
        #expect(pattern.moran.islandCount == 2 && pattern.moran.pValue == 0.001)
        #expect(pattern.places.count == 296)
        #expect(pattern.notes.first?.code == .inheritedPattern)
        let newham = try #require(pattern.places.first { $0.area.name == "Newham" })
        #expect(newham.local.cluster() == .highHigh)
        let inequality = try #require(pattern.inequality)
        #expect((inequality.interval?.slopeIndex.lower ?? 0) > 0 && (inequality.value.concentrationIndex ?? 0) < 0)
    }

    @Test func `the same seed gives the same answer`() async throws {
        let service = try await FixtureStore.service()
        let query = PatternQuery(ranking: RankingQuery(within: ["London"]), permutations: 99, seed: 5)
        let (one, other) = (try await service.pattern(query), try await service.pattern(query))
        #expect(one.moran == other.moran && one.places.map(\.local) == other.places.map(\.local))
    }

    @Test(arguments: [
        PatternQuery(ranking: RankingQuery(within: ["Newham"])), PatternQuery(permutations: 5),
        PatternQuery(deprivation: "none"),
    ])
    func `what has no pattern is refused with a remedy`(query: PatternQuery) async throws {
        let error = await #expect(throws: GeodataError.self) { _ = try await FixtureStore.service().pattern(query) }
        #expect(error?.remedy != nil)
    }
}
