import GeographyModel
import HealthLiteracy
import RankInference
import TestSupport
import Testing

@Suite struct CompareTests {
    @Test func `every pair is compared, and a pair turned round is its opposite`() async throws {
        let service = try await FixtureStore.service()
        let three = try await service.compare(CompareQuery(areas: ["Newham", "Hart", "North East"]))
        #expect(
            three.pairs.map { "\($0.first.area.name)-\($0.second.area.name)" } == [
                "Newham-Hart", "Newham-North East", "Hart-North East",
            ])
        let turned = try await service.compare(CompareQuery(areas: ["Hart", "Newham"]))
        let (one, other) = (three.pairs[0], turned.pairs[0])
        #expect(abs(one.difference + other.difference) < 1e-12)
        #expect(one.certainty?.probabilityHigher == 1 && other.certainty?.probabilityHigher == 0)
        #expect((one.certainty?.estimate.lower ?? 0) > 15)
    }

    @Test func `editions are compared only when that is said`() async throws {
        let service = try await FixtureStore.service()
        let areas = ["Newham", "Newham@geodata-tool-2"]
        let error = await #expect(throws: GeodataError.self) {
            _ = try await service.compare(CompareQuery(areas: areas))
        }
        #expect(error?.code == .invalidRequest && error?.message.contains("census") == true)
        let across = try await service.compare(CompareQuery(areas: areas, acrossEditions: true))
        #expect(across.notes.first?.code == .editionsNotComparable)
        #expect(across.pairs[0].certainty == nil)
    }

    /// Two proportions of 100 with Wilson intervals: Newham 65, Brent 40; Newcombe's interval is 11.2 to 37.7.
    @Test func `imported counts are compared through their intervals`() async throws {
        let (service, _) = try await FixtureStore.writable()
        _ = try await service.importEstimates(
            from: try FixtureStore.file(
                "counts.csv", "area_code,value,count,denominator\nE09000025,65,65,100\nE09000005,40,40,100\n"),
            query: EstimatesImportQuery(indicator: "low-health-literacy", edition: "mine"), options: ImportOptions(),
            at: FixtureStore.instant)
        let found = try await service.compare(CompareQuery(areas: ["Newham", "Brent"], edition: "mine"))
        let certainty = try #require(found.pairs[0].certainty)
        #expect(found.pairs[0].difference == 25)
        #expect((11.1...11.3).contains(certainty.estimate.lower) && certainty.probabilityHigher > 0.999)
        #expect(found.notes.contains { $0.code == .noInterval && $0.text.contains("independent") })
    }

    @Test(arguments: [
        ["Newham"], ["Newham", "Atlantis"], ["Newham", "Hart@nowhere"], ["Newham", "Hart@geodata-tool-2"],
    ])
    func `what cannot be compared is refused with a remedy`(areas: [String]) async throws {
        let error = await #expect(throws: GeodataError.self) {
            _ = try await FixtureStore.service().compare(CompareQuery(areas: areas))
        }
        #expect(error?.remedy != nil)
    }
}
