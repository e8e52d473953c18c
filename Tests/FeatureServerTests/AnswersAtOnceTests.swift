import Testing

@testable import FeatureServer

/// Answers from memory are those from the store.
struct AnswersAtOnceTests {
    @Test(arguments: [
        "/collections/districts/items/E09000025", "/collections/districts/items/E09000025?properties=rank,value",
        "/collections/districts/items/E09000025?as-of=2020-02-29&f=json", "/collections/regions/items",
        "/collections/districts/items?limit=20&sortby=-value&skipGeometry=true&filter=people%3E0.5",
        "/collections/districts/items?limit=7&sortby=region_name,-rank&geometry=centroid&status=modelled",
        "/collections/districts/items?limit=100&bbox=-0.51,51.28,0.33,51.69&region_name=London",
        "/collections/districts/items?bbox=-0.51,51.28,0.33,51.69&filter=value%20IS%20NULL%20OR%20NOT%20rank%3C200",
        "/collections/counties/items?edition=modelled-2021&filter=area_name%20IN%20('Kent','Essex')",
        "/locate?lon=-0.03&lat=51.53", "/locate?lon=-1.5491&lat=53.8008&level=region",
    ])
    func `the same address has the same answer`(_ target: String) async throws {
        let site = try await SiteTests.site()
        let request = try ServerRequest(method: "GET", target: target, headers: ["host": "test"])
        let era = try #require(site.era())
        #expect(site.answerAtOnce(request, in: era) == nil)
        let stored = await site.respond(to: request)
        let atOnce = try #require(site.answerAtOnce(request, in: era))
        #expect(stored.status == 200 && atOnce.status == 200)
        #expect(String(decoding: atOnce.bytes, as: UTF8.self) == String(decoding: stored.bytes, as: UTF8.self))
        #expect(atOnce.headers.map { "\($0): \($1)" } == stored.headers.map { "\($0): \($1)" })
        #expect(atOnce.route == stored.route)
    }

    @Test(arguments: [
        "/", "/collections", "/collections/districts/items?limit=200", "/collections/districts/items?geometry=full",
        "/collections/districts/items?within=London", "/collections/districts/items?f=csv",
        "/collections/districts/items?crs=http://www.opengis.net/def/crs/EPSG/0/27700",
        "/collections/districts/items?bbox=1,2,1,2", "/collections/initiatives/items", "/rankings",
        "/collections/districts/items?properties=active_initiatives", "/collections/districts/items?limit=x",
        "/collections/districts/items/E99", "/locate?lon=0&lat=89", "/locate?f=html", "/nowhere", "/metrics",
        "/collections/districts/items?filter=area_name%20LIKE%20'L%25'",
        "/collections/districts/items?filter=S_INTERSECTS(geometry,POINT(0%2051))",
    ])
    func `everything else takes the usual way`(_ target: String) async throws {
        let site = try await SiteTests.site()
        _ = await site.respond(to: try ServerRequest(method: "GET", target: "/collections/districts/items"))
        _ = await site.respond(
            to: try ServerRequest(method: "GET", target: "/collections/districts/items?bbox=0,51,1,52"))
        let request = try ServerRequest(method: "GET", target: target, headers: ["host": "test"])
        _ = await site.respond(to: request)
        #expect(site.answerAtOnce(request, in: try #require(site.era())) == nil)
    }

    @Test func `a later page follows a page from memory`() async throws {
        let site = try await SiteTests.site()
        func ask(_ target: String) async throws -> ServerResponse {
            let request = try ServerRequest(method: "GET", target: target)
            let era = try #require(site.era())
            return if let atOnce = site.answerAtOnce(request, in: era) { atOnce } else {
                await site.respond(to: request)
            }
        }
        var target: String? = "/collections/districts/items?limit=100&sortby=-people&skipGeometry=true"
        _ = try await ask(target ?? "")
        var ids: [String] = []
        while let next = target {
            let page = try SiteTests.json(try await ask(next))
            ids += try #require(page["features"] as? [[String: Any]]).compactMap { $0["id"] as? String }
            let links = try #require(page["links"] as? [[String: String]])
            target = links.first { $0["rel"] == "next" }?["href"].map { String($0.dropFirst("http://test".count)) }
        }
        #expect(ids.count == 296 && Set(ids).count == 296)
    }
}
