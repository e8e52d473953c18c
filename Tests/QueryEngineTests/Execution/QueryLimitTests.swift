import GeographyModel
import QueryEngine
import SpatialStore
import Testing

/// Each limit has an error of its own, and names that are not known say which is nearest.
struct QueryLimitTests {
    @Test(arguments: [0, -1, 10_001])
    func `a page of too many or no features is refused`(_ limit: Int) async throws {
        #expect(try await code(Fixture.query(.areas(.district), limit: limit)) == .tooManyRows)
    }

    @Test func `a statement that takes too long is given up`() async throws {
        let error = await #expect(throws: GeodataError.self) {
            try await Fixture.store().read { reader in
                let query = try Fixture.query(
                    .areas(.district), "S_WITHIN(geometry, POLYGON((-7 49,3 49,3 56,-7 56,-7 49)))", limit: 20)
                _ = try CollectionReader(reader, limits: QueryLimits(time: .milliseconds(1))).page(query)
            }
        }
        #expect(error?.code == .timeBudgetSpent)
        // The connection answers again afterwards.
        #expect(try await Fixture.identifiers(.areas(.region), "rank = 1").count == 1)
    }

    @Test(
        "What a collection does not have, or cannot compare, is refused with a remedy",
        arguments: [
            ("valeu > 50", "the nearest is \"value\""), ("area_name > 5", "area_name is text and 5 is a number"),
            ("value = 'high'", "value is a number and 'high' is text"),
            ("latest_initiative_end > '2024-01-01'", "latest_initiative_end is a date"),
            ("value LIKE '5%'", "LIKE takes text"), ("T_AFTER(value, DATE('2024-01-01'))", "a date or an interval"),
            ("S_INTERSECTS(area_name, POINT(0 51))", "a geometry was expected"),
            ("A_CONTAINS(area_name, ('a'))", "an array was expected"), ("programmes = 'x'", "is an array"),
            ("geometry = 'x'", "is a geometry"), ("area_name + 1 > 2", "a number was expected"),
            ("distance(geometry, 5) > 2", "there is no function \"distance\""),
            ("CASEI(value) = 'x'", "CASEI takes text"),
        ])
    func wrongFilters(_ filter: String, _ phrase: String) async throws {
        let error = await #expect(throws: GeodataError.self) {
            _ = try await Fixture.identifiers(.areas(.district), filter)
        }
        #expect(error?.code == .invalidFilter)
        #expect(error?.message.contains(phrase) == true, "\(error?.message ?? "")")
        #expect(error?.message.contains("character") == true)
        #expect(error?.remedy != nil)
    }

    @Test func `long filters within the limits are answered`() async throws {
        let terms = (1...3_000).map { "rank=\($0)" }.joined(separator: " OR ")
        #expect(try await Fixture.identifiers(.areas(.district), terms).count == 296)
        let list = (1...12_000).map(String.init).joined(separator: ",")
        #expect(try await Fixture.identifiers(.areas(.district), "rank IN (\(list))").count == 296)
        let words = (1...3_000).map { "'x\($0)'" }.joined(separator: ",")
        #expect(try await Fixture.identifiers(.areas(.district), "A_OVERLAPS(programmes, (\(words)))").isEmpty)
        let pattern = String(repeating: "%", count: 1_001)
        #expect(try await code(Fixture.query(.areas(.district), "area_name LIKE '\(pattern)'")) == .invalidFilter)
    }

    @Test func `an interval that ends before it begins is refused`() async throws {
        let filter = "T_DURING(period, INTERVAL('2024-01-01', '2020-01-01'))"
        #expect(try await code(Fixture.query(.initiatives, filter)) == .invalidFilter)
    }

    @Test func `properties and sort keys are looked up too`() async throws {
        #expect(try await code(Fixture.query(.areas(.district), properties: ["areaname"])) == .invalidRequest)
        #expect(try await code(Fixture.query(.areas(.district), properties: ["geometry"])) == .invalidRequest)
        #expect(try await code(Fixture.query(.areas(.district), properties: ["rank", "rank"])) == .invalidRequest)
        #expect(try await code(Fixture.query(.areas(.district), sort: [.init("programmes")])) == .invalidRequest)
        #expect(try await code(Fixture.query(.initiatives, sort: [.init("value")])) == .invalidRequest)
    }

    private func code(_ query: FeatureQuery) async throws -> GeodataError.Code? {
        do {
            try await Fixture.store().read { reader in
                // A busy machine takes its time over what is not about time.
                let features = try CollectionReader(reader, limits: QueryLimits(time: nil))
                if query.limit == nil { try features.forEach(query) { _ in } } else { _ = try features.page(query) }
            }
            return nil
        } catch let error as GeodataError { return error.code }
    }
}
