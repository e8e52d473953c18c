import GeographyModel
import HealthLiteracy
import QueryEngine
import RankInference
import SpatialStore
import TestSupport
import Testing

@Suite struct BenchmarkTests {
    @Test func `areas are compared with England draw by draw`() async throws {
        let ranking = try await FixtureStore.service().rank(RankingQuery(benchmark: .england))
        let first = try #require(ranking.areas.first?.benchmark), last = try #require(ranking.areas.last?.benchmark)
        #expect(first.at95 == .worse && first.at998 == .worse && last.at95 == .better)
        // Whoever is surely worse at 99.8 % is so at 95 %.
        for standing in ranking.areas.compactMap(\.benchmark) where standing.at998 != .similar {
            #expect(standing.at95 == standing.at998)
        }
        #expect(ranking.areas.contains { $0.benchmark?.at95 == .similar })
    }

    @Test func `each area has its own region or board as benchmark`() async throws {
        let service = try await FixtureStore.service()
        let regions = try await service.rank(RankingQuery(benchmark: .region))
        let london = try await service.profile("London").figures.first { $0.edition.id == "modelled-2021" }
        let newham = try #require(regions.areas.first { $0.area.name == "Newham" })
        #expect(newham.benchmark?.value == london?.estimate.value)
        let boards = try await service.rank(RankingQuery(within: ["Newham"], benchmark: .icb))
        #expect(boards.areas[0].benchmark?.value != nil)
    }

    /// Wilson, 65 of 100: 55.2544433 to 73.6357518; 1,045 of 5,000: 19.7955499 to 22.0491304 (PHEindicatormethods).
    @Test func `counts get Wilson intervals, and are compared by them`() async throws {
        let (service, _) = try await FixtureStore.writable()
        let report = try await service.importEstimates(
            from: try FixtureStore.file(
                "counts.csv",
                "area_code,value,count,denominator\nE09000025,65,65,100\nE09000005,20.9,1045,5000\nE09000033,50,10,100\n"
            ),
            query: EstimatesImportQuery(indicator: "low-health-literacy", edition: "mine"), options: ImportOptions(),
            at: FixtureStore.instant)
        #expect(report.diagnostics.map(\.code) == ["wilson-interval", "count-contradicts-value"])
        let ranking = try await service.rank(RankingQuery(edition: "mine", benchmark: .value(55.5)))
        let newham = try #require(ranking.areas.first { $0.area.name == "Newham" })
        #expect(abs((newham.estimate.lower ?? 0) - 55.2544433) < 1e-6)
        #expect(abs((newham.estimate.upper ?? 0) - 73.6357518) < 1e-6)
        #expect(newham.benchmark?.at95 == .similar)
        let brent = try #require(ranking.areas.first { $0.area.name == "Brent" })
        #expect(abs((brent.estimate.lower ?? 0) - 19.7955499) < 1e-6)
        #expect(brent.benchmark?.at998 == .better)
        let westminster = try #require(ranking.areas.first { $0.area.name == "Westminster" })
        #expect(westminster.estimate.lower == nil && westminster.benchmark?.at95 == nil)
    }

    @Test func `fifths follow the rule of Fingertips`() async throws {
        let ranking = try await FixtureStore.service().rank(RankingQuery())
        let sizes = (1...5).map { group in ranking.areas.count { $0.quantileGroup == group } }
        #expect(sizes.reduce(0, +) == 296 && sizes.allSatisfy { (59...60).contains($0) })
        #expect(ranking.areas.first?.quantileGroup == 1 && ranking.areas.last?.quantileGroup == 5)
    }

    @Test func `exports carry the same groups, classes and comparisons`() async throws {
        let service = try await FixtureStore.service()
        let ranking = try await service.rank(RankingQuery(benchmark: .england))
        let text = TextCollector()
        _ = try await service.export(
            ExportQuery(
                collection: .areas(.district), format: .csv,
                properties: ["area_code", "quantile_group", "compared_to_england", "value_class", "rank_lower"])
        ) { text.append($0) }
        let rows = text.lines.dropFirst().map { $0.split(separator: ",").map(String.init) }
        #expect(rows.count == 296)
        for row in rows {
            let ranked = try #require(ranking.areas.first { $0.area.code.rawValue == row[0] })
            #expect(row[1] == "\(ranked.quantileGroup)" && row[2] == ranked.benchmark?.at95?.rawValue)
            // Classes count from the lowest value, groups from the greatest need.
            #expect(row[3] == "\(6 - ranked.quantileGroup)" && row[4] == "\(ranked.rankLower ?? 0)")
        }
    }
}

/// Gathers what an export writes.
private final class TextCollector: @unchecked Sendable {
    private var bytes: [UInt8] = []

    /// Called one after the other by one export.
    func append(_ part: UnsafeRawBufferPointer) { bytes += part }

    var lines: [Substring] {
        String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n").split(separator: "\n")
    }
}
