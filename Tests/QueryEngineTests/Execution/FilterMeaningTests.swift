import GeographyModel
import QueryEngine
import Testing

/// Filters find what the same condition, written in Swift over all features, finds.
struct FilterMeaningTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var filter: String
        var holds: @Sendable (Feature) -> Bool
        var testDescription: String { filter }
    }

    static let onDistricts: [Case] = [
        Case(filter: "value > 50") { ($0.number("value") ?? 0) > 50 },
        Case(filter: "NOT value > 50") { ($0.number("value") ?? 99) <= 50 },
        Case(filter: "value BETWEEN 40 AND 41.5") { (40...41.5).contains($0.number("value") ?? 0) },
        Case(filter: "value NOT BETWEEN 20 AND 50") { !(20...50).contains($0.number("value") ?? 30) },
        Case(filter: "region_name = 'London' AND rank <= 20") {
            $0.text("region_name") == "London" && ($0.number("rank") ?? 999) <= 20
        },
        Case(filter: "region_name = 'London' OR rank <= 20 AND value > 50") {
            $0.text("region_name") == "London" || (($0.number("rank") ?? 999) <= 20 && ($0.number("value") ?? 0) > 50)
        },
        Case(filter: "county_name IS NULL") { $0["county_name"] == .null },
        Case(filter: "county_name IS NOT NULL AND county_name <> 'Kent'") {
            $0["county_name"] != .null && $0.text("county_name") != "Kent"
        },
        Case(filter: "area_name LIKE 'South%'") { $0.text("area_name")?.hasPrefix("South") == true },
        Case(filter: "area_name LIKE 'south%'") { _ in false },
        Case(filter: "CASEI(area_name) LIKE CASEI('SOUTH%')") { $0.text("area_name")?.hasPrefix("South") == true },
        Case(filter: "area_name LIKE '_righton and Hove'") { $0.text("area_name") == "Brighton and Hove" },
        Case(filter: "area_name NOT LIKE '%e%'") { $0.text("area_name")?.contains("e") == false },
        Case(filter: "area_name IN ('Leeds', 'York', 'Nowhere')") { ["Leeds", "York"].contains($0.text("area_name")) },
        Case(filter: "ACCENTI(area_name) = ACCENTI('Léèds')") { $0.text("area_name") == "Leeds" },
        Case(filter: "upper_ci - lower_ci > 2 * 4") {
            ($0.number("upper_ci") ?? 0) - ($0.number("lower_ci") ?? 0) > 8
        },
        Case(filter: "people / population * 100 > 50") {
            ($0.number("people") ?? 0) / ($0.number("population") ?? 1) * 100 > 50
        },
        Case(filter: "rank % 10 = 0") { Int($0.number("rank") ?? 1) % 10 == 0 },
        Case(filter: "rank div 100 = 2") { Int($0.number("rank") ?? 0) / 100 == 2 },
        Case(filter: "value ^ 2 > 2500") { ($0.number("value") ?? 0) * ($0.number("value") ?? 0) > 2500 },
        Case(filter: "rank / 0 = 1") { _ in false },
        Case(filter: "rank_lower = rank_upper") { $0.number("rank_lower") == $0.number("rank_upper") },
        Case(filter: "compared_to_england = 'worse'") { $0.text("compared_to_england") == "worse" },
        Case(filter: "local_initiative_count > 1") { ($0.number("local_initiative_count") ?? 0) > 1 },
        Case(filter: "latest_initiative_end >= DATE('2025-01-01')") {
            ($0.text("latest_initiative_end") ?? "") >= "2025-01-01"
        },
        Case(filter: "A_CONTAINS(programmes, ('National Health Literacy Partnership roadmap'))") {
            guard case .array(let programmes) = $0["programmes"] else { return false }
            return programmes.contains(.text("National Health Literacy Partnership roadmap"))
        },
        Case(filter: "imd2025_avg_score > 35 AND library_access < 80") {
            ($0.number("imd2025_avg_score") ?? 0) > 35 && ($0.number("library_access") ?? 100) < 80
        },
        Case(filter: "TRUE AND value > 55") { ($0.number("value") ?? 0) > 55 },
        Case(filter: "FALSE") { _ in false },
    ]

    @Test("A filter on districts finds what the condition says", arguments: onDistricts)
    func districts(_ item: Case) async throws {
        let properties = [
            "value", "lower_ci", "upper_ci", "rank", "rank_lower", "rank_upper", "people", "population", "region_name",
            "county_name", "area_name", "compared_to_england", "local_initiative_count", "latest_initiative_end",
            "programmes", "imd2025_avg_score", "library_access",
        ]
        let all = try await Fixture.features(Fixture.query(.areas(.district), properties: properties))
        #expect(all.count == 296)
        let found = try await Fixture.identifiers(.areas(.district), item.filter)
        #expect(found == all.filter(item.holds).map(\.id))
    }

    /// Days as the queryables of initiatives have them.
    static let onInitiatives: [Case] = [
        Case(filter: "T_AFTER(start, DATE('2022-01-01'))") { $0.first("start") > "2022-01-01" && $0["start"] != .null },
        Case(filter: "T_BEFORE(period, DATE('2023-01-01'))") {
            $0["period"] != .null && $0.last("period") < "2023-01-01"
        },
        Case(filter: "T_INTERSECTS(period, INTERVAL('2022-06-01', '..'))") {
            $0["period"] != .null && $0.last("period") >= "2022-06-01"
        },
        Case(filter: "T_DISJOINT(period, INTERVAL('2022-06-01', '..'))") {
            $0["period"] != .null && $0.last("period") < "2022-06-01"
        },
        Case(filter: "T_DURING(period, INTERVAL('2022-01-01T00:00:00Z', '2023-12-31T00:00:00Z'))") {
            $0["period"] != .null && $0.first("period") > "2022-01-01" && $0.last("period") < "2023-12-31"
        },
        Case(filter: "period IS NULL") { $0["period"] == .null },
        Case(filter: "status = 'undated'") { $0["period"] == .null },
        Case(filter: "end_stated = true") { $0["end_stated"] == .boolean(true) },
        Case(filter: "A_OVERLAPS(area_codes, ('E10000017', 'E09000025'))") {
            guard case .array(let codes) = $0["area_codes"] else { return false }
            return codes.contains(.text("E10000017")) || codes.contains(.text("E09000025"))
        },
        Case(filter: "A_EQUALS(area_codes, ('E10000017'))") { $0["area_codes"] == .array([.text("E10000017")]) },
        Case(filter: "A_CONTAINEDBY(area_codes, ())") { $0["area_codes"] == .array([]) },
    ]

    @Test("A filter on initiatives finds what the condition says", arguments: onInitiatives)
    func initiatives(_ item: Case) async throws {
        let properties = ["start", "period", "end_stated", "area_codes"]
        var all = try await Fixture.features(Fixture.query(.initiatives, properties: properties))
        #expect(all.count == 52)
        // A start in words is compared by the first day that it allows.
        for index in all.indices {
            let start = all[index].text("start").flatMap { PartialDate($0) }
            all[index].properties.append(
                Property("start_days", PropertyValue(start.map { "\($0.earliest)/\($0.latest?.description ?? "..")" })))
        }
        let found = try await Fixture.identifiers(.initiatives, item.filter)
        #expect(found == all.filter(item.holds).map(\.id))
        if item.filter != "A_CONTAINEDBY(area_codes, ())" { #expect(!found.isEmpty) }
    }
}

extension Feature {
    /// The first day of an interval; before every day where it is open.
    fileprivate func first(_ name: String) -> String { end(name, 0, open: "0000") }
    /// The last day of an interval; after every day where it is open.
    fileprivate func last(_ name: String) -> String { end(name, 1, open: "9999") }

    private func end(_ name: String, _ place: Int, open: String) -> String {
        let words = text(name == "start" ? "start_days" : name) ?? "../.."
        let ends = words.split(separator: "/").map(String.init)
        return ends[place] == ".." ? open : ends[place]
    }
}
