import FeatureServer
import TestSupport
import Testing

/// What is answered without the store, and what is of the moment.
struct PlainPathsTests {
    @Test(
        arguments: ["/health/live", "/metrics", "/health/ready", "/conformance"],
        ["POST", "DELETE", "PATCH", "PROPFIND"])
    func `methods that a path does not have are refused with those that it has`(_ path: String, _ method: String)
        async throws
    {
        let response = try await SiteTests.get(path, method: method)
        #expect(response.status == 405)
        #expect(response.header("Allow") == "GET, HEAD, OPTIONS")
    }

    @Test(arguments: ["/health/live", "/metrics", "/health/ready"])
    func `a path says which methods it has`(_ path: String) async throws {
        let response = try await SiteTests.get(path, method: "OPTIONS")
        #expect(response.status == 204)
        #expect(response.header("Allow") == "GET, HEAD, OPTIONS")
    }

    @Test(arguments: ["/health/live?x=1", "/metrics?x=1", "/health/ready?x=1"])
    func `unknown parameters are refused`(_ target: String) async throws {
        #expect(try await SiteTests.get(target).status == 400)
    }

    @Test(arguments: ["/health/live", "/health/ready"])
    func `what is of the moment is not kept`(_ path: String) async throws {
        let response = try await SiteTests.get(path)
        #expect(response.status == 200)
        #expect(response.headers.filter { $0.name == "Cache-Control" }.map(\.value) == ["no-store"])
        #expect(response.header("ETag") == nil)
    }
}
