import GeographyModel
import HealthLiteracy
import QueryEngine
import SpatialStore
import TestSupport
import Testing

/// Pages one after the other give every feature once, in one order.
struct PagingTests {
    @Test(
        "All pages together are the whole, in its order",
        arguments: [
            [], [FeatureQuery.SortKey("value", isDescending: true)], [.init("county_name")],
            [.init("county_name", isDescending: true)],
            [.init("region_name"), .init("quantile_group", isDescending: true)],
            [.init("latest_initiative_end")], [.init("active_initiative_count", isDescending: true)],
        ])
    func pages(_ sort: [FeatureQuery.SortKey]) async throws {
        let whole = try await Fixture.features(Fixture.query(.areas(.district), sort: sort)).map(\.id)
        let pages = try await Fixture.store().read { reader in
            var found: [String] = []
            var query = try Fixture.query(.areas(.district), sort: sort, limit: 23)
            repeat {
                let page = try CollectionReader(reader, limits: QueryLimits(time: nil)).page(query, countsMatches: true)
                #expect(page.numberMatched == 296)
                found += page.features.map(\.id)
                query.after = try page.next.map { try PageToken($0.description) }
            } while query.after != nil
            return found
        }
        #expect(pages == whole)
        #expect(Set(pages).count == 296)
    }

    @Test(
        "The way back gives the same pages as the way there",
        arguments: [
            [], [FeatureQuery.SortKey("value", isDescending: true)], [.init("county_name")],
            [.init("county_name", isDescending: true)], [.init("latest_initiative_end"), .init("region_name")],
        ])
    func back(_ sort: [FeatureQuery.SortKey]) async throws {
        try await Fixture.store().read { reader in
            let collection = try CollectionReader(reader, limits: QueryLimits(time: nil))
            var query = try Fixture.query(.areas(.district), sort: sort, limit: 45)
            var pages = [try collection.page(query, countsMatches: true)]
            #expect(pages[0].previous == nil)
            while let next = pages[pages.count - 1].next {
                query.after = try PageToken(next.description)
                pages.append(try collection.page(query, countsMatches: true))
            }
            #expect(pages.count == 7)
            for place in pages.indices.dropFirst().reversed() {
                let previous = try #require(pages[place].previous)
                query.after = try PageToken(previous.description)
                let page = try collection.page(query, countsMatches: true)
                #expect(page.features.map(\.id) == pages[place - 1].features.map(\.id))
                #expect(page.next == pages[place - 1].next)
                #expect((page.previous == nil) == (place == 1))
                #expect(page.numberMatched == 296)
            }
        }
    }

    @Test func `features without a value come last either way`() async throws {
        for isDescending in [false, true] {
            let sort = [FeatureQuery.SortKey("county_name", isDescending: isDescending)]
            let names = try await Fixture.features(
                Fixture.query(.areas(.district), properties: ["county_name"], sort: sort)
            ).map { $0["county_name"] }
            let first = try #require(names.firstIndex(of: .null))
            #expect(names[first...].allSatisfy { $0 == .null })
            #expect(first > 100)
        }
    }

    @Test func `a change between two pages neither repeats nor skips what stays`() async throws {
        let (service, _) = try await FixtureStore.writable()
        let before = try await Fixture.features(Fixture.query(.initiatives)).map(\.id)
        var query = try Fixture.query(.initiatives, limit: 20)
        let first = try await service.store.read { [query] in
            try CollectionReader($0, limits: QueryLimits(time: nil)).page(query)
        }
        let csv = try FixtureStore.file(
            "more.csv", "name,areas,start\nAardvark reading,Newham,2024\nZebra reading,Newham,2024\n")
        _ = try await service.importInitiatives(from: csv, options: .init(), at: FixtureStore.instant)
        var found = first.features.map(\.id)
        query.after = first.next
        while query.after != nil {
            let page = try await service.store.read { [query] in
                try CollectionReader($0, limits: QueryLimits(time: nil)).page(query)
            }
            found += page.features.map(\.id)
            query.after = page.next
        }
        #expect(found.filter { !$0.hasPrefix("zebra") } == before)
    }

    @Test func `a token of another order is refused`() async throws {
        let page = try await Fixture.store().read {
            try CollectionReader($0, limits: QueryLimits(time: nil)).page(
                Fixture.query(.areas(.district), sort: [.init("value")], limit: 5))
        }
        let error = await #expect(throws: GeodataError.self) {
            try await Fixture.store().read { reader in
                var query = try Fixture.query(.areas(.district), sort: [.init("rank")], limit: 5)
                query.after = page.next
                _ = try CollectionReader(reader, limits: QueryLimits(time: nil)).page(query)
            }
        }
        #expect(error?.code == .invalidRequest)
        let filtered = await #expect(throws: GeodataError.self) {
            try await Fixture.store().read { reader in
                var query = try Fixture.query(.areas(.district), "rank > 5", sort: [.init("value")], limit: 5)
                query.after = page.next
                _ = try CollectionReader(reader, limits: QueryLimits(time: nil)).page(query)
            }
        }
        #expect(filtered?.code == .invalidRequest)
        // The order that the token states, with nothing that the last feature was sorted by.
        let empty = try PageToken("Pjk6ZGlzdHJpY3RzbjA6")
        await #expect(throws: GeodataError.self) {
            try await Fixture.store().read { reader in
                var query = try Fixture.query(.areas(.district), limit: 5)
                query.after = empty
                _ = try CollectionReader(reader, limits: QueryLimits(time: nil)).page(query)
            }
        }
        #expect(throws: GeodataError.self) { try PageToken("nonsense") }
    }
}
