import FeatureServer
import Foundation
import GeographyModel
import HealthLiteracy
import QueryEngine
import SpatialStore
import TestSupport
import Testing

/// Initiatives are written by those who have a token, to the state that they have read.
struct WritingTests {
    private static let items = "/collections/initiatives/items"
    private static let feature =
        #"{"type":"Feature","geometry":null,"properties":{"name":"Reading aloud","area_names":["Newham"],"start":"2024"}}"#

    /// A site that may be written, with a token for it.
    private static func site() async throws -> (site: Site, token: String) {
        let (service, path) = try await FixtureStore.writable()
        var generator = SystemRandomNumberGenerator()
        let token = try await service.addToken(
            name: "library", expires: nil, at: FixtureStore.instant, secret: TokenSecret(using: &generator))
        let site = try Site(
            store: try SpatialStore.open(at: path, access: .readOnly),
            writable: try SpatialStore.open(at: path, access: .readWrite),
            settings: SiteSettings(address: "http://test", limits: QueryLimits(time: nil), allowsWrites: true),
            today: { FixtureStore.day }, now: { FixtureStore.instant })
        return (site, token)
    }

    private static func send(
        _ site: Site, _ method: String, _ target: String, token: String?, body: String = "",
        headers: [String: String] = [:]
    ) async throws -> ServerResponse {
        var all = headers
        if !body.isEmpty { all["content-type"] = all["content-type"] ?? "application/geo+json" }
        if let token { all["authorization"] = "Bearer \(token)" }
        var request = try ServerRequest(method: method, target: target, headers: all)
        request.body = RequestBody(body)
        return await site.respond(to: request)
    }

    @Test func `an initiative is made, changed and ended, and every answer knows at once`() async throws {
        let (site, token) = try await Self.site()
        let made = try await Self.send(site, "POST", Self.items, token: token, body: Self.feature)
        #expect(made.status == 201, "\(String(decoding: made.bytes, as: UTF8.self))")
        let place = try #require(made.header("Location"))
        let path = String(place.dropFirst("http://test".count))
        let read = try await Self.send(site, "GET", path, token: nil)
        #expect(read.status == 200)
        let gaps = try await Self.send(site, "GET", "/collections/districts/items/E09000025", token: nil)
        #expect(gaps.status == 200)
        let tag = try #require(read.header("ETag"))

        let changed = Self.feature.replacing("2024", with: "2025")
        let stale = try await Self.send(
            site, "PUT", path, token: token, body: changed, headers: ["if-match": "\"0000-1\""])
        #expect(stale.status == 412)
        let blind = try await Self.send(site, "PUT", path, token: token, body: changed)
        #expect(blind.status == 428)
        let put = try await Self.send(site, "PUT", path, token: token, body: changed, headers: ["if-match": tag])
        #expect(put.status == 204, "\(String(decoding: put.bytes, as: UTF8.self))")
        let again = try await Self.send(site, "GET", path, token: nil)
        #expect(String(decoding: again.bytes, as: UTF8.self).contains("2025"))
        #expect(again.header("ETag") != tag)

        let gone = try await Self.send(
            site, "DELETE", path, token: token, headers: ["if-match": try #require(again.header("ETag"))])
        #expect(gone.status == 204)
        #expect(try await Self.send(site, "GET", path, token: nil).status == 404)
    }

    @Test(arguments: [nil, "hlgeo_nonsense", ""])
    func `without a token that is accepted nothing is written`(_ token: String?) async throws {
        let (site, _) = try await Self.site()
        let refused = try await Self.send(site, "POST", Self.items, token: token, body: Self.feature)
        #expect(refused.status == 401)
        #expect(refused.header("WWW-Authenticate")?.hasPrefix("Bearer") == true)
        let count = try SiteTests.json(try await Self.send(site, "GET", Self.items, token: nil))
        #expect(count["numberMatched"] as? Int == 52)
    }

    @Test(arguments: [
        ("{", "application/geo+json", 400), ("x", "text/plain", 415),
        (#"{"type":"Feature","geometry":null,"properties":{"name":""}}"#, "application/geo+json", 422),
        (String(repeating: " ", count: 1 << 20) + "{}", "application/json", 413),
    ])
    func `what cannot be taken is told why`(_ body: String, _ type: String, _ status: Int) async throws {
        let (site, token) = try await Self.site()
        let refused = try await Self.send(
            site, "POST", Self.items, token: token, body: body, headers: ["content-type": type])
        #expect(refused.status == status)
        #expect(try SiteTests.json(refused)["remedy"] as? String != nil)
    }

    @Test func `a site that only reads has no way to write`() async throws {
        let site = try await SiteTests.site()
        let refused = try await Self.send(site, "POST", Self.items, token: "x", body: Self.feature)
        #expect(refused.status == 405)
        #expect(refused.header("Allow") == "GET, HEAD, OPTIONS")
        let (writable, _) = try await Self.site()
        let options = try await Self.send(writable, "OPTIONS", Self.items, token: nil)
        #expect(options.header("Allow") == "GET, HEAD, POST, OPTIONS")
        let districts = try await Self.send(writable, "POST", "/collections/districts/items", token: "x", body: "{}")
        #expect(districts.status == 405)
    }
}
