import GeographyModel
import HealthLiteracy
import TestSupport
import Testing

@Suite struct AggregateTests {
    @Test func `England is the same whether rolled up or recorded`() async throws {
        let service = try await FixtureStore.service()
        let england = try await service.aggregate(AggregateQuery(to: .level(.country)))
        let recorded = try #require(
            try await service.profile("England").figures.first { $0.edition.id == "modelled-2021" }?.estimate)
        #expect(england.groups.count == 1)
        #expect(abs(england.groups[0].value - (recorded.value ?? 0)) < 1e-6)
        #expect(abs((england.groups[0].lower ?? 0) - (recorded.lower ?? 1)) < 1e-4)
        // Census 2021: 35,605,687 residents aged 16 to 64.
        #expect(england.groups[0].population == 35_605_687)
    }

    @Test(arguments: [(AreaType.region, 9), (.icb, 42), (.county, 21)])
    func `every wider area has a figure, and the people of all levels add up`(type: AreaType, count: Int) async throws {
        let wide = try await FixtureStore.service().aggregate(AggregateQuery(to: .level(type)))
        #expect(wide.groups.count == count)
        #expect(wide.groups.allSatisfy { ($0.lower ?? 100) < $0.value && $0.value < ($0.upper ?? 0) })
        #expect(wide.groups.allSatisfy { ($0.rankLower ?? 99)...($0.rankUpper ?? 0) ~= $0.rank })
        if type != .county {
            #expect(abs(wide.groups.reduce(0) { $0 + $1.population } - 35_605_687) < 1)
        }
        #expect(wide.notes.contains { $0.code == .straddles } == (type == .icb))
    }

    /// Newham 56.283189 of 251,009 and Brent 55.217173 of 235,587 people; half of Brent.
    @Test func `groups of one's own take areas by name, code and share`() async throws {
        let file = try FixtureStore.file(
            "groups.csv", "area,group,share\nNewham,A,\nE09000005,A,0.5\nNowhere,A,\nNewham,A,\nBrent,B,0.5\nHart,B,2\n"
        )
        let wide = try await FixtureStore.service().aggregate(AggregateQuery(to: .file(file)))
        #expect(wide.groups.map(\.code) == ["A", "B"])
        let half: Double = 235_587 / 2
        let expected = (56.283189 * 251_009 + 55.217173 * half) / (251_009 + half)
        #expect(abs(wide.groups[0].value - expected) < 1e-5)
        #expect(wide.diagnostics.map(\.code) == ["unknown-area", "duplicate-area", "bad-share"])
    }

    @Test func `an edition without draws is rolled up without intervals, and says so`() async throws {
        let wide = try await FixtureStore.service().aggregate(
            AggregateQuery(to: .level(.region), indicator: "library-within-30-minutes"))
        #expect(wide.groups.count == 9 && wide.groups.allSatisfy { $0.lower == nil })
        #expect(wide.notes.contains { $0.code == .noInterval })
    }

    @Test func `a file without groups is refused`() async throws {
        let file = try FixtureStore.file("groups.csv", "area_code,team\nE09000025,A\n")
        let error = await #expect(throws: GeodataError.self) {
            _ = try await FixtureStore.service().aggregate(AggregateQuery(to: .file(file)))
        }
        #expect(error?.code == .inputMalformed && error?.remedy?.contains("team") == true)
    }

    @Test func `what stands for a part only says so, and weights are of one kind`() async throws {
        let (service, _) = try await FixtureStore.writable()
        _ = try await service.importEstimates(
            from: try FixtureStore.file("two.csv", "area_code,value,denominator\nE09000025,60,100\nE09000005,50,\n"),
            query: EstimatesImportQuery(indicator: "low-health-literacy", edition: "mine"), options: ImportOptions(),
            at: FixtureStore.instant)
        let wide = try await service.aggregate(AggregateQuery(to: .level(.region), edition: "mine"))
        // Residents aged 16 to 64, Census 2021: Newham 251,009, Brent 235,587.
        let expected: Double = (60 * 251_009 + 50 * 235_587) / (251_009 + 235_587)
        #expect(abs(wide.groups[0].value - expected) < 1e-9)
        #expect(wide.notes.first?.text.contains("London (2 of 33)") == true)
    }

    @Test func `an old area is not its successor`() async throws {
        let file = try FixtureStore.file("groups.csv", "area_code,group\nE07000187,A\nE09000025,B\nE06000048,B\n")
        let wide = try await FixtureStore.service().aggregate(AggregateQuery(to: .file(file)))
        #expect(wide.groups.map(\.code) == ["B"] && wide.groups[0].memberCount == 2)
        #expect(wide.diagnostics.map(\.code) == ["part-of-merged-area"])
    }
}
