import FeatureFormats
import GeographyModel
import SpatialStore
import TestSupport
import Testing

@testable import QueryEngine

/// What a table in memory answers is what the store answers.
struct FeatureTableTests {
    @Test(arguments: [AreaType.district, .county, .icb, .region])
    func `random queries are answered alike`(_ type: AreaType) async throws {
        try await Fixture.store().read { reader in
            let collection = try CollectionReader(reader, limits: QueryLimits(time: nil))
            let table = try #require(
                try collection.table(of: type, figures: Fixture.figures, day: FixtureStore.day))
            let catalogue = try collection.catalogue(of: .areas(type))
            var random = RandomTableQuery(seed: 11, catalogue)
            var (answered, refused, wrong) = (0, 0, 0)
            for _ in 0..<250 {
                let query = random.query(of: .areas(type))
                let selection = table.selection(query, upTo: 10_000)
                let expected = Result { try collection.page(query, countsMatches: true) }
                switch (selection, expected) {
                case (nil, .success): refused += 1
                case (nil, .failure): wrong += 1
                case (let selection?, .failure(let error)):
                    Issue.record("\(query.filter?.text ?? "") has \(selection.identifiers.count), the store: \(error)")
                case (let selection?, .success(let page)):
                    answered += 1
                    let found = FeaturePage(selection, try collection.features(selection))
                    let comment = Comment(rawValue: "\(query.filter?.text ?? "") by \(query.sort)")
                    #expect(Self.shown(found) == Self.shown(page), comment)
                    #expect(found.columns == page.columns, comment)
                    #expect(found.numberMatched == page.numberMatched, comment)
                    #expect(found.next == page.next && found.previous == page.previous, comment)
                }
            }
            #expect(answered > 90 && refused > 10 && wrong > 10)
        }
    }

    /// What comes out of a page, byte for byte.
    private static func shown(_ page: FeaturePage) -> [String] {
        page.features.map { feature in
            var buffer = TextBuffer(capacity: 4_096)
            buffer.appendGeoJSON(feature)
            return String(decoding: buffer.takeBytes(), as: UTF8.self)
        }
    }

    @Test func `what depends on the day is left to the store`() async throws {
        try await Fixture.store().read { reader in
            let collection = try CollectionReader(reader, limits: QueryLimits(time: nil))
            let catalogue = try collection.catalogue(of: .areas(.district))
            let ofTheDay = catalogue.all.map(\.name).filter { catalogue.dependsOnDay($0) }
            #expect(
                Set(ofTheDay) == ["active_initiative_count", "active_local_initiative_count", "active_initiatives"])
            let table = try #require(
                try collection.table(of: .district, figures: Fixture.figures, day: FixtureStore.day))
            for name in ofTheDay + ["geometry", "programmes"] {
                #expect(table.columns[name] == nil)
                #expect(
                    table.selection(
                        try Fixture.query(.areas(.district), properties: [name], limit: 5), upTo: 10) == nil)
            }
        }
    }

    @Test(arguments: [(0, 10), (11, 10), (-1, 10)])
    func `pages beyond the limits are left to the store`(_ limit: Int, _ rows: Int) async throws {
        try await Fixture.store().read { reader in
            let table = try #require(
                try CollectionReader(reader).table(of: .region, figures: Fixture.figures, day: FixtureStore.day))
            #expect(table.selection(try Fixture.query(.areas(.region), limit: limit), upTo: rows) == nil)
            #expect(table.selection(try Fixture.query(.areas(.region), limit: 9), upTo: rows) != nil)
        }
    }

    @Test func `features of a box are those that were found in it`() async throws {
        try await Fixture.store().read { reader in
            let collection = try CollectionReader(reader)
            let table = try #require(
                try collection.table(of: .region, figures: Fixture.figures, day: FixtureStore.day))
            var query = try Fixture.query(.areas(.region), "area_name <> 'London'", limit: 9)
            query.box = FilterBox(west: -0.51, south: 51.28, east: 0.33, north: 51.69)
            #expect(table.selection(query, upTo: 10) == nil)
            let page = try collection.page(query)
            let touching = try Fixture.regionsTouching(query.box, reader)
            #expect(touching.count > page.features.count)
            #expect(table.selection(query, upTo: 10, touching: touching)?.identifiers == page.features.map(\.id))
        }
    }
}

extension Fixture {
    /// The codes of the regions that touch a box, by the store.
    fileprivate static func regionsTouching(_ box: FilterBox?, _ reader: StoreReader) throws -> [String] {
        var query = try query(.areas(.region), limit: 9)
        query.box = box
        return try CollectionReader(reader).page(query).features.map(\.id)
    }
}
