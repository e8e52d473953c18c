import FeatureServer
import Foundation
import Testing

/// Sites selected over HTTP.
struct SelectionTests {
    static func post(_ body: String, _ target: String = "/selections", type: String? = "application/json") async throws
        -> ServerResponse
    {
        var headers = ["host": "test"]
        headers["content-type"] = type
        var request = try ServerRequest(method: "POST", target: target, headers: headers)
        request.body = RequestBody(body)
        return await (try SiteTests.site()).respond(to: request)
    }

    @Test func `sites come with what they reach, and why`() async throws {
        let response = try await Self.post(
            #"{"sites": 3, "distance": 20000, "groups": [{"kind": "region", "minimum": 0, "maximum": 1}], "comparators": 1}"#
        )
        #expect(response.status == 200, "\(String(decoding: response.bytes, as: UTF8.self))")
        #expect(response.header("Cache-Control") == "no-store" && response.header("ETag") == nil)
        let report = try SiteTests.json(response)
        let sites = try #require(report["sites"] as? [[String: Any]])
        #expect(sites.count == 3)
        #expect(Set(sites.compactMap { ($0["region"] as? [String: Any])?["id"] as? String }).count == 3)
        let result = try #require(report["result"] as? [String: Any])
        #expect(result["proven_optimal"] as? Bool == true)
        #expect(try #require(result["objective"] as? Double) <= #require(result["bound"] as? Double) + 1e-6)
    }

    @Test func `the same sites come as a table and for a map`() async throws {
        let body = #"{"sites": 2, "within": ["London"], "comparators": 0, "alternatives": false}"#
        let sites = try #require(try SiteTests.json(try await Self.post(body))["sites"] as? [[String: Any]])
        let codes = sites.compactMap { $0["id"] as? String }
        #expect(codes.count == 2)
        let table = String(decoding: try await Self.post(body, "/selections?f=csv").bytes, as: UTF8.self)
        let map = try SiteTests.json(try await Self.post(body, "/selections?f=geojson"))
        let features = try #require(map["features"] as? [[String: Any]])
        for code in codes {
            #expect(table.contains(code))
            #expect(features.contains { $0["id"] as? String == "site/\(code)" })
        }
    }

    @Test(arguments: [
        ("", 400), ("[]", 400), ("{", 400), ("{\"sites\": \"many\"}", 400), ("{\"sties\": 3}", 400), ("{}", 400),
        ("{\"sites\": 0}", 400), ("{\"sites\": 297}", 400), ("{\"sites\": 2, \"groups\": [{\"kind\": 1}]}", 400),
        ("{\"sites\": 1, \"include\": [\"Leeds\"], \"exclude\": [\"Leeds\"]}", 400),
        ("{\"sites\": 1, \"within\": [\"Atlantis\"]}", 404), ("{\"sites\": 2, \"draws\": 1000000}", 400),
        ("{\"sites\": 2, \"curve_from\": 1, \"curve_to\": 200}", 400),
        ("{\"sites\": 1, \"curve_from\": 400, \"curve_to\": 410}", 400),
        ("{\"sites\": 1, \"curve_from\": \(Int.min), \"curve_to\": 1}", 400),
        ("{\"sites\": 2, \"demand_level\": \"icb\"}", 400), ("{\"sites\": 2, \"demand_property\": \"rank\"}", 400),
        ("{\"sites\": 1, \"filter\": \"valeu > 1\"}", 400),
        ("{\"sites\": 1, \"x\": \"\(String(repeating: "x", count: 70_000))\"}", 413),
    ])
    func `what cannot be selected is refused with a remedy`(_ body: String, _ status: Int) async throws {
        let response = try await Self.post(body)
        #expect(response.status == status, "\(String(decoding: response.bytes, as: UTF8.self))")
        let problem = try SiteTests.json(response)
        #expect((problem["remedy"] as? String)?.isEmpty == false)
        #expect((problem["detail"] as? String)?.contains("--") == false)
    }

    @Test func `nobody searches for a client who has left`() async throws {
        var request = try ServerRequest(
            method: "POST", target: "/selections", headers: ["host": "test", "content-type": "application/json"])
        request.body = RequestBody(#"{"model": "p-center", "sites": 12, "curve_from": 1, "curve_to": 20}"#)
        request.isAbandoned = { true }
        let report = try SiteTests.json(await (try SiteTests.site()).respond(to: request))
        #expect((report["result"] as? [String: Any])?["proven_optimal"] as? Bool == false)
    }

    @Test(arguments: [nil, "text/csv", "application/xml"])
    func `other bodies are not taken`(_ type: String?) async throws {
        #expect(try await Self.post("{\"sites\": 1}", type: type).status == 415)
    }
}
