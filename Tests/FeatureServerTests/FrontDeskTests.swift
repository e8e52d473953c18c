import Logging
import TestSupport
import Testing

@testable import FeatureServer

/// What every answer carries.
struct FrontDeskTests {
    static func desk() async throws -> FrontDesk {
        let site = try await SiteTests.site()
        return FrontDesk(
            site, ServiceSettings(),
            metrics: ServiceMetrics(routes: site.routeTemplates, startedAt: 0, version: "0"),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    @Test(arguments: ["text/html", "application/json"])
    func `a client that has the answer is told the same policy again`(_ accept: String) async throws {
        let desk = try await Self.desk()
        func ask(_ more: [String: String]) async -> ServerResponse {
            await desk.answer(
                desk.receive("GET", "/", headers: ["accept": accept, "host": "test"].merging(more) { $1 }, peer: nil))
        }
        let first = await ask([:])
        let again = await ask(["if-none-match": try #require(first.header("ETag"))])
        #expect(first.status == 200 && again.status == 304)
        for name in ["Content-Security-Policy", "Cross-Origin-Resource-Policy", "Cross-Origin-Opener-Policy", "Vary"] {
            #expect(first.header(name) == again.header(name))
        }
        #expect(first.header("Content-Security-Policy")?.contains("style-src") == (accept == "text/html"))
        #expect(again.header("Content-Type") == nil)
    }

    @Test(arguments: [("GET", "/metrics", 200), ("GET", "/metrics?x=1", 400), ("PUT", "/metrics", 405)])
    func `the counts are read, and nothing else`(_ method: String, _ target: String, _ status: Int) async throws {
        let desk = try await Self.desk()
        let response = await desk.answer(desk.receive(method, target, headers: ["host": "test"], peer: nil))
        #expect(response.status == status)
    }

    @Test(arguments: [
        ("a,b\n1,2\n", "gzip", 415), (String(repeating: "\"\"", count: 5_000), nil, 400),
        ("lon,lat\n-0.03,51.53\n", "identity", 200),
    ])
    func `points come as they are, and what is wrong is said in few words`(
        _ body: String, _ coding: String?, _ status: Int
    ) async throws {
        var headers = ["host": "test", "content-type": "text/csv"]
        headers["content-encoding"] = coding
        let desk = try await Self.desk()
        let response = await desk.answer(
            desk.receive("POST", "/locate", headers: headers, peer: nil, body: RequestBody(body)))
        #expect(response.status == status)
        #expect(response.bytes.count < 4_096)
    }
}
