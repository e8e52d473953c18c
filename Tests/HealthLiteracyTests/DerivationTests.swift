import GeographyModel
import HealthLiteracy
import QueryEngine
import RankInference
import SpatialStore
import TestSupport
import Testing

/// What queries read follows from the rest of the store at every moment.
struct DerivationTests {
    @Test func `the ranks of queries are those of rankings`() async throws {
        let service = try await FixtureStore.service()
        let ranking = try await service.rank(RankingQuery(benchmark: .england))
        let list = try await service.features(
            CollectionQuery(
                collection: .areas(.district),
                properties: ["rank", "rank_lower", "rank_upper", "quantile_group", "compared_to_england", "people"],
                sort: [.init("rank")], limit: 296))
        #expect(list.page.features.map(\.id) == ranking.areas.map(\.area.code.rawValue))
        for (feature, area) in zip(list.page.features, ranking.areas) {
            #expect(
                feature.properties.map(\.value) == [
                    .integer(area.rank), PropertyValue(area.rankLower), PropertyValue(area.rankUpper),
                    .integer(area.quantileGroup), PropertyValue(area.benchmark?.at95?.rawValue),
                    PropertyValue(area.people.map { Int($0) }),
                ])
        }
    }

    @Test func `initiative counts are those of gaps`() async throws {
        let service = try await FixtureStore.service()
        let gaps = try await service.gaps(GapsQuery())
        let list = try await service.features(
            CollectionQuery(
                collection: .areas(.district),
                filter: FeatureFilter(words: "quantile_group = 1 AND active_local_initiative_count = 0"),
                sort: [.init("rank")], limit: 296))
        #expect(list.page.features.map(\.id) == gaps.areas.map(\.ranked.area.code.rawValue))
    }

    @Test func `an import shows at once`() async throws {
        let (service, _) = try await FixtureStore.writable()
        let csv = try FixtureStore.file("figures.csv", "area_code,value\nE09000025,10\nE09000005,20\nE08000035,30\n")
        _ = try await service.importEstimates(
            from: csv, query: EstimatesImportQuery(indicator: "own", edition: "mine"), options: .init(),
            at: FixtureStore.instant)
        let list = try await service.features(
            CollectionQuery(
                collection: .areas(.district), filter: FeatureFilter(words: "rank = 1"), edition: "mine",
                properties: ["rank", "value"]))
        #expect(list.page.features.map(\.id) == ["E08000035"])
        _ = try await service.remove(edition: "mine", indicator: nil, at: FixtureStore.instant)
        let left = try await service.store.read { reader in
            try CollectionReader(reader).count(
                FeatureQuery(
                    collection: .estimates, filter: FilterExpression(text: "edition = 'mine'"), day: FixtureStore.day))
        }
        #expect(left == 0)
    }

    @Test func `a change that derives nothing is noticed`() async throws {
        let (service, _) = try await FixtureStore.writable()
        try await service.store.write(action: "behind the back", at: FixtureStore.instant) { _ in }
        let error = await #expect(throws: GeodataError.self) {
            _ = try await service.features(CollectionQuery(collection: .initiatives))
        }
        #expect(error?.remedy?.contains("hlgeo load") == true)
    }

    @Test(
        "Filters and boxes mean the same everywhere",
        arguments: [
            FeatureFilter(words: "region_name = 'London' AND value > 45"),
            FeatureFilter(box: BoundingBox(west: -0.5, south: 51.3, east: 0.3, north: 51.7)),
            FeatureFilter(
                words: #"{"op":">","args":[{"property":"imd2025_avg_score"},30]}"#, language: .json,
                box: BoundingBox(west: -3, south: 53, east: -1, north: 54)),
        ])
    func filters(_ filter: FeatureFilter) async throws {
        let service = try await FixtureStore.service()
        let list = try await service.features(
            CollectionQuery(collection: .areas(.district), filter: filter, limit: 296))
        let codes = Set(list.page.features.map(\.id))
        #expect(!codes.isEmpty && codes.count < 150)
        let ranking = try await service.rank(RankingQuery(filter: filter))
        #expect(Set(ranking.areas.map(\.area.code.rawValue)) == codes)
        let gaps = try await service.gaps(GapsQuery(ranking: RankingQuery(filter: filter)))
        #expect(gaps.areas.allSatisfy { codes.contains($0.ranked.area.code.rawValue) })
        let summary = try await service.export(
            ExportQuery(collection: .areas(.district), format: .csv, filter: filter)
        ) { _ in }
        #expect(summary.written == codes.count)
    }

    @Test func `features without a position are said to be left out`() async throws {
        let service = try await FixtureStore.service()
        let everywhere = FeatureFilter(box: BoundingBox(west: -10, south: 45, east: 5, north: 60))
        let list = try await service.features(CollectionQuery(collection: .initiatives, filter: everywhere))
        #expect(list.notes.contains { $0.code == .withoutPosition })
        #expect(
            try await service.initiatives(InitiativeQuery(filter: everywhere)).notes.contains {
                $0.code == .withoutPosition
            })
        let districts = try await service.features(CollectionQuery(collection: .areas(.district), filter: everywhere))
        #expect(!districts.notes.contains { $0.code == .withoutPosition })
    }

    @Test func `initiatives take a filter too`() async throws {
        let service = try await FixtureStore.service()
        let list = try await service.initiatives(
            InitiativeQuery(filter: FeatureFilter(words: "T_AFTER(start, DATE('2021-12-31'))")))
        #expect(list.entries.count > 5)
        #expect(list.entries.allSatisfy { ($0.initiative.start?.earliest.year ?? 0) >= 2022 })
    }

    @Test func `what a change leaves alone is what deriving everything again would give`() async throws {
        let (service, _) = try await FixtureStore.writable()
        let initiatives = try FixtureStore.file(
            "initiatives.csv", "name,areas,start\nReading in Kent,Kent,2024\nReading in Newham,Newham,2024\n")
        let figures = try FixtureStore.file(
            "figures.csv", "area_code,value\nE09000025,10\nE09000005,20\nE08000035,30\n")
        let lookup = try FixtureStore.file("lookup.csv", "WD24CD,WD24NM,LAD24CD\nE05000001,Somewhere,E09000025\n")
        let instant = FixtureStore.instant
        _ = try await service.importInitiatives(from: initiatives, options: .init(), at: instant)
        _ = try await service.importEstimates(
            from: figures, query: EstimatesImportQuery(indicator: "own", edition: "mine"), options: .init(), at: instant
        )
        _ = try await service.importLookups(from: lookup, options: .init(), at: instant)
        let derivedInSteps = try await Self.derived(service)
        #expect(derivedInSteps.contains { $0.contains("ward") || $0.contains("whole") })

        try await service.store.write(action: "behind the back", at: instant) { _ in }
        _ = try await service.importInitiatives(from: initiatives, options: .init(), at: instant)
        #expect(try await Self.derived(service) == derivedInSteps)
    }

    /// Every row that is derived, as text.
    private static func derived(_ service: HealthLiteracyService) async throws -> [String] {
        try await service.store.read { reader in
            var rows: [String] = []
            for (table, columns) in [("area_ancestor", 3), ("area_initiative", 3), ("estimate_standing", 10)] {
                let order = (1...3).prefix(columns).map(String.init).joined(separator: ", ")
                let statement = BoundStatement(sql: "SELECT * FROM \(table) ORDER BY \(order)", values: [])
                try reader.forEachRow(of: statement) { row in
                    rows.append("\(table) " + (0..<columns).map { "\(row.value(at: $0))" }.joined(separator: " "))
                }
            }
            return rows
        }
    }
}
