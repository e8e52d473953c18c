import GeographyModel
import HealthLiteracy
import Testing
import TestSupport

@Suite struct RankingTests {
    /// ONS, Residents within a 30 minute walk of their nearest library, May 2024: the lowest districts.
    private let fewestNearLibrary = [
        ("Hart", 23.0, 1), ("Malvern Hills", 29, 2), ("Guildford", 36, 3), ("Mid Suffolk", 38, 4),
        ("Winchester", 39, 5),
        ("Rugby", 39, 5),
    ]

    private func library(_ selection: RankingQuery.Selection, within: [String] = []) -> RankingQuery {
        RankingQuery(indicator: "library-within-30-minutes", within: within, selection: selection)
    }

    @Test func `where high is good the lowest value is the greatest need, and equal values share a rank`() async throws
    {
        let ranking = try await FixtureStore.service().rank(library(.top(5)))
        // The sixth ties with the fifth, so both are shown.
        #expect(ranking.areas.map(\.area.name).sorted() == fewestNearLibrary.map(\.0).sorted())
        for (name, value, rank) in fewestNearLibrary {
            let area = ranking.areas.first { $0.area.name == name }
            #expect(area?.estimate.value == value)
            #expect(area?.rank == rank)
        }
    }

    @Test func `the rank after a tie is skipped`() async throws {
        let ranking = try await FixtureStore.service().rank(library(.all))
        #expect(ranking.areas.count == 296)
        for (place, area) in ranking.areas.enumerated() {
            let isFirstOfTie = place == 0 || ranking.areas[place - 1].estimate.value != area.estimate.value
            #expect(area.rank == (isFirstOfTie ? place + 1 : ranking.areas[place - 1].rank))
        }
    }

    @Test func `the bottom of the list is its top turned round`() async throws {
        let service = try await FixtureStore.service()
        let all = try await service.rank(RankingQuery())
        let bottom = try await service.rank(RankingQuery(selection: .bottom(3)))
        #expect(bottom.areas.map(\.area) == all.areas.suffix(3).reversed().map(\.area))
    }

    @Test func `London's ranking holds the 33 boroughs`() async throws {
        let ranking = try await FixtureStore.service().rank(RankingQuery(within: ["London"]))
        #expect(ranking.areas.count == 33)
        #expect(ranking.areas.allSatisfy { $0.region?.name == "London" })
    }

    /// North Yorkshire has 0.8 % of its LSOAs in this board and Westmorland and Furness 75 %.
    @Test func `a board's ranking follows best fit and says who straddles`() async throws {
        let ranking = try await FixtureStore.service().rank(
            RankingQuery(within: ["NHS Lancashire and South Cumbria ICB"]))
        let names = ranking.areas.map(\.area.name)
        #expect(names.contains("Westmorland and Furness"))
        #expect(!names.contains("North Yorkshire"))
        let note = try #require(ranking.notes.first { $0.code == .straddles })
        #expect(note.text.contains("North Yorkshire") && note.text.contains("Westmorland and Furness"))
    }

    @Test func `by people the largest number comes first`() async throws {
        let ranking = try await FixtureStore.service().rank(RankingQuery(measure: .people, selection: .top(1)))
        // Birmingham has by far the most residents of working age, 739,136 (Census 2021).
        #expect(ranking.areas.first?.area.name == "Birmingham")
        #expect(ranking.areas.first?.population == 739_136)
    }

    @Test func `an edition without districts says what it has`() async throws {
        let error = await #expect(throws: GeodataError.self) {
            try await FixtureStore.service().rank(RankingQuery(edition: "geodata-tool-1"))
        }
        #expect(error?.code == .noFigures)
        #expect(error?.message.contains("geodata-tool-1 (1 country)") == true)
    }

    @Test(arguments: [
        (RankingQuery(indicator: "none"), GeodataError.Code.indicatorNotFound),
        (RankingQuery(edition: "none"), .editionNotFound),
        (RankingQuery(within: ["Atlantis"]), .areaNotFound), (RankingQuery(selection: .top(0)), .invalidRequest),
    ])
    func `a question that cannot be answered is refused with a remedy`(
        query: RankingQuery, code: GeodataError.Code
    ) async throws {
        let error = await #expect(throws: GeodataError.self) { try await FixtureStore.service().rank(query) }
        #expect(error?.code == code)
        #expect(error?.remedy != nil)
    }

    /// METHODS of the modelled edition: Newham among the worst five; the North East above and the South East below England.
    @Test func `the modelled edition lands where the survey and the tool do`() async throws {
        let service = try await FixtureStore.service()
        let worst = try await service.rank(RankingQuery(edition: "modelled-2021", selection: .top(5)))
        #expect(worst.areas.contains { $0.area.name == "Newham" })
        let regions = try await service.rank(RankingQuery(edition: "modelled-2021", areaType: .region))
        let england = try #require(
            try await service.profile("England").figures.first { $0.edition.id == "modelled-2021" }?.estimate.value)
        func value(_ name: String) -> Double { regions.areas.first { $0.area.name == name }?.estimate.value ?? .nan }
        #expect(value("North East") > england)
        #expect(value("South East") < england)
        // The tool's two editions say 40.66 and 38.66, the survey 43.
        #expect((36...46).contains(england))
    }

    @Test func `the JSON keys are the documented ones, in their order`() async throws {
        let listing = try await FixtureStore.service().rank(RankingQuery(selection: .top(1))).listing()
        #expect(listing.context.prefix(3).map(\.name) == ["indicator", "edition", "polarity"])
        #expect(listing.rowsName == "areas")
        #expect(
            listing.columns.prefix(9).map(\.name) == [
                "rank", "area_code", "area_name", "region_name", "value", "lower_ci", "upper_ci", "people",
                "population",
            ])
    }

    @Test func `over the draws, exactly k areas are among the worst k, and every rank lies in its interval`()
        async throws
    {
        let service = try await FixtureStore.service()
        let ranking = try await service.rank(RankingQuery(within: ["London"]))
        // The worst fifth of the 33 boroughs has 7, by the rule of Fingertips.
        let inWorst = ranking.areas.compactMap(\.probabilityInWorst)
        #expect(inWorst.count == 33)
        #expect(abs(inWorst.reduce(0, +) - 7) < 0.01)
        for area in ranking.areas {
            let (lower, upper) = (try #require(area.rankLower), try #require(area.rankUpper))
            #expect((1...33).contains(lower) && (lower...33).contains(upper))
        }
        #expect(ranking.areas.count { ($0.rankLower ?? 0)...($0.rankUpper ?? 0) ~= $0.rank } >= 32)
    }

    @Test func `ranks are among the areas that were asked for`() async throws {
        let service = try await FixtureStore.service()
        let england = try await service.rank(RankingQuery())
        let region = try await service.rank(RankingQuery(within: ["North East"]))
        #expect(region.areas.allSatisfy { ($0.rankUpper ?? .max) <= region.rankedCount })
        #expect(england.areas.contains { ($0.rankUpper ?? 0) > region.rankedCount })
    }

    /// Two intervals that do not meet fix the order; two that do leave it open (Klein, Wright and Wieczorek 2020).
    @Test func `without draws the intervals of the figures bound the ranks`() async throws {
        let (service, _) = try await FixtureStore.writable()
        let file = try FixtureStore.file(
            "intervals.csv",
            "area_code,value,lower_ci,upper_ci\nE09000025,60,59,61\nE09000005,40,38,42\nE09000002,41,39,43\n")
        _ = try await service.importEstimates(
            from: file, query: EstimatesImportQuery(indicator: "low-health-literacy", edition: "mine"),
            options: ImportOptions(), at: FixtureStore.instant)
        let areas = try await service.rank(RankingQuery(edition: "mine")).areas
        #expect(areas.map(\.rankLower) == [1, 2, 2])
        #expect(areas.map(\.rankUpper) == [1, 3, 3])
        #expect(areas.allSatisfy { $0.probabilityInWorst == nil })
    }

    @Test func `without intervals ranks have none, and the answer says so`() async throws {
        let ranking = try await FixtureStore.service().rank(library(.top(3)))
        #expect(ranking.areas.allSatisfy { $0.rankLower == nil && $0.probabilityInWorst == nil })
        #expect(ranking.notes.contains { $0.code == .rankInterval && $0.text.hasPrefix("No interval of the ranks") })
    }
}
