import FeatureFormats
import Foundation
import GeographyModel
import HealthLiteracy
import SiteSelection
import TestSupport
import Testing

@Suite struct SelectionReportTests {
    private static func report() async throws -> SelectionReport {
        var request = SelectionRequest()
        (request.sites, request.distance, request.within) = (4, 15_000, ["North West"])
        (request.stability, request.draws, request.curveFrom, request.curveTo) = (true, 10, 1, 3)
        return try await FixtureStore.service().select(request)
    }

    @Test func `what is written as JSON is read back`() async throws {
        let report = try await Self.report()
        let text = JSONDocument(try report.document).text
        let read = try SelectionReport(json: Data(text.utf8), name: "selection.json")
        #expect(JSONDocument(try read.document).text == text)
        #expect(read.sites.map(\.id) == report.sites.map(\.id) && read.notes == report.notes)
        #expect(read.request == report.request && read.comparators?.matches.count == 4)
        for member in [
            "\"proven_optimal\": true", "\"rank_lower\"", "\"icb\"", "\"similar_areas\"", "\"demand_level\": null",
        ] {
            #expect(text.contains(member))
        }
        #expect(throws: GeodataError.self) { try SelectionReport(json: Data("{}".utf8), name: "x") }
    }

    @Test(arguments: [
        (
            #"{"sites": 3}"#,
            SelectionRequest.bare { ($0.sites, $0.comparators, $0.alternatives, $0.timeLimit) = (3, 2, true, 120) }
        ),
        (
            #"{"model": "p-median", "sites": 2, "groups": [{"kind": "icb", "maximum": 2}], "comparators": 0, "alternatives": false, "time_limit": null, "excludes_any_initiative": true}"#,
            SelectionRequest.bare {
                ($0.model, $0.sites, $0.groups) = (.pMedian, 2, [GroupLimit(kind: "icb", maximum: 2)])
                $0.excludesAnyInitiative = true
            }
        ),
    ])
    func `a request says only what differs`(json: String, expected: SelectionRequest) throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        #expect(try decoder.decode(SelectionRequest.self, from: Data(json.utf8)) == expected)
    }

    @Test func `a map has sites, comparators and catchments`() async throws {
        let report = try await Self.report()
        let service = try await FixtureStore.service()
        let features = try await service.features(of: report)
        let roles = features.map { $0.properties.first { $0.name == "role" }?.value }
        #expect(roles.count { $0 == .text("site") } == 4 && roles.count { $0 == .text("comparator") } == 8)
        let reached = report.catchments.count { $0.site != nil }
        #expect(roles.count { $0 == .text("catchment") } == reached && report.catchments.count == 35)
        #expect(roles.count { $0 == .text("unreached") } == 35 - reached)
        #expect(Set(features.map(\.id)).count == features.count)
        #expect(features.allSatisfy { if case .encoded = $0.geometry { true } else { false } })
        let parsed = try JSONSerialization.jsonObject(with: Data(try await service.geoJSON(of: report).utf8))
        let collection = try #require(parsed as? [String: Any])
        #expect((collection["features"] as? [Any])?.count == features.count && collection["notes"] != nil)
    }

    @Test func `tables say the same, with the notes below the last`() async throws {
        let report = try await Self.report()
        let tables = report.tables
        #expect(tables.map(\.rowsName) == ["sites", "curve", "candidates", "comparators", "balance"])
        #expect(tables.dropLast().allSatisfy(\.notes.isEmpty) && tables.last?.notes == report.notes)
        #expect(tables.allSatisfy { table in table.rows.allSatisfy { $0.count == table.columns.count } })
        #expect(tables[0].rows.count == 4 && tables[3].rows.count == 8)
        #expect(report.title.contains("4 sites") && report.title.contains("proven optimal"))
    }

    @Test func `the catchments add up to what is reached`() async throws {
        let report = try await Self.report()
        let reached = report.catchments.filter { $0.site != nil }.reduce(0) { $0 + $1.weight }
        #expect(reached == report.result.reached && reached == report.result.objective)
        #expect(report.sites.reduce(0) { $0 + $1.reached } == reached)
        #expect(report.catchments.allSatisfy { ($0.distance ?? 0) <= 15_000 })
    }

    /// Were the list copied for each of its members, 8 times as many would take 64 times as long.
    @Test func `the time to write a report grows with its length`() async throws {
        let report = try await Self.report()
        let catchment = try #require(report.catchments.first)
        func seconds(_ count: Int) throws -> Double {
            var report = report
            report.catchments = [SelectionReport.Catchment](repeating: catchment, count: count)
            return try ContinuousClock().measure { _ = try report.document } / .seconds(1)
        }
        #expect(try seconds(80_000) < 30 * seconds(10_000))
    }
}
