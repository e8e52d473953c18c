import FeatureServer
import Foundation
import GeographyModel
import HealthLiteracy
import QueryEngine
import SpatialStore
import TestSupport
import Testing

/// Every route, through the site and without a socket.
struct SiteTests {
    static func site() async throws -> Site {
        try Site(
            store: try SpatialStore.open(at: try await FixtureStore.path(), access: .readOnly),
            settings: SiteSettings(address: "http://test", limits: QueryLimits(time: nil)),
            today: { FixtureStore.day }, now: { FixtureStore.instant })
    }

    static func get(_ target: String, headers: [String: String] = [:], method: String = "GET") async throws
        -> ServerResponse
    {
        await (try site()).respond(to: try ServerRequest(method: method, target: target, headers: headers))
    }

    static func json(_ response: ServerResponse) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(response.bytes))
        return try #require(object as? [String: Any])
    }

    @Test(arguments: [
        "/", "/conformance", "/api", "/collections", "/collections/districts", "/collections/initiatives/queryables",
        "/collections/districts/schema", "/collections/districts/items", "/collections/districts/items/E09000025",
        "/collections/regions/items?f=json", "/rankings?within=London", "/areas/Newham",
        "/gaps?within=London", "/compare?areas=Newham,Brent", "/aggregates/region", "/locate?lon=-0.03&lat=51.53",
        "/editions", "/indicators", "/sources",
    ])
    func `every resource answers with JSON`(_ target: String) async throws {
        let response = try await Self.get(target)
        #expect(response.status == 200, "\(String(decoding: response.bytes, as: UTF8.self))")
        #expect(response.header("Content-Type")?.contains("json") == true)
        #expect(response.header("ETag")?.hasPrefix("\"") == true)
        _ = try Self.json(response)
    }

    @Test(arguments: [
        ("/nowhere", 404), ("/collections/planets", 404), ("/collections/districts/items/E99", 404),
        ("/collections/districts/items?limit=0", 400), ("/collections/districts/items?limit=x", 400),
        ("/collections/districts/items?nonsense=1", 400), ("/collections/districts/items?limit=1&limit=2", 400),
        ("/collections/districts/items?bbox=1,2,3", 400), ("/collections/districts/items?bbox=1,5,2,3", 400),
        ("/collections/districts/items?crs=http://www.opengis.net/def/crs/EPSG/0/2154", 400),
        ("/collections/districts/items?filter=valeu%3E5", 400), ("/collections/districts/items?filter=value", 400),
        ("/collections/districts/items?filter-lang=sql&filter=value%3E5", 400),
        ("/collections/districts/items?datetime=yesterday", 400), ("/collections/districts/items?sortby=,", 400),
        ("/collections/districts/items?properties=x", 400), ("/collections/districts/items?token=x", 400),
        ("/collections/districts/items?edition=none", 404), ("/collections/districts/items?f=xml", 400),
        ("/collections/districts/items?rank=first", 400), ("/?x=1", 400),
        ("/collections/districts/items?filter=%FF", 400),
        ("/collections/districts/items/E09000025?limit=5", 400), ("/collections/estimates/items/x", 404),
    ])
    func `what cannot be answered is a problem with a remedy`(_ target: String, _ status: Int) async throws {
        let response: ServerResponse
        do { response = try await Self.get(target) } catch let problem as Problem { response = problem.response }
        #expect(response.status == status)
        #expect(response.header("Content-Type") == "application/problem+json")
        let body = try Self.json(response)
        #expect(body["status"] as? Int == status)
        #expect((body["detail"] as? String)?.isEmpty == false && (body["remedy"] as? String)?.isEmpty == false)
        let text = String(decoding: response.bytes, as: UTF8.self)
        #expect(!text.contains("SELECT") && !text.contains("SQLite"))
    }

    @Test func `only reading is allowed`() async throws {
        let response = try await Self.get("/collections", method: "POST")
        #expect(response.status == 405)
        #expect(response.header("Allow") == "GET, HEAD, OPTIONS")
    }

    @Test(arguments: [
        ("", 296), ("filter=value%3E50", 11), ("bbox=-0.51,51.28,0.33,51.69", 57), ("region_name=London", 33),
        ("bbox=51.28,-0.51,51.69,0.33&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/4326", 57),
        (
            "filter=%7B%22op%22%3A%22%3E%22%2C%22args%22%3A%5B%7B%22property%22%3A%22value%22%7D%2C50%5D%7D&filter-lang=cql2-json",
            11
        ),
        ("within=London&rank=2", 1), ("datetime=2024-01-01", 296),
    ])
    func `pages hold what was asked for`(_ query: String, _ count: Int) async throws {
        let page = try Self.json(try await Self.get("/collections/districts/items?limit=1000&\(query)"))
        #expect(page["numberMatched"] as? Int == count)
        #expect(page["numberReturned"] as? Int == count)
        #expect((page["features"] as? [Any])?.count == count)
    }

    @Test func `links lead through all pages`() async throws {
        var target: String? = "/collections/districts/items?limit=50&sortby=-value&skipGeometry=true"
        var found: [String] = []
        while let next = target {
            let page = try Self.json(try await Self.get(next))
            let features = try #require(page["features"] as? [[String: Any]])
            found += features.compactMap { $0["id"] as? String }
            #expect(features.allSatisfy { $0["geometry"] is NSNull })
            let links = try #require(page["links"] as? [[String: String]])
            target = links.first { $0["rel"] == "next" }?["href"].map { String($0.dropFirst("http://test".count)) }
        }
        #expect(Set(found).count == 296 && found.count == 296)
        #expect(found.first == "E06000016")
    }

    @Test func `initiatives have a time`() async throws {
        func count(_ time: String) async throws -> Int {
            let page = try Self.json(try await Self.get("/collections/initiatives/items?limit=100&datetime=\(time)"))
            return try #require(page["numberMatched"] as? Int)
        }
        let (before, within, after) = (
            try await count("../2016-12-31"), try await count("2022-06-01"), try await count("2024-01-01/..")
        )
        #expect(within > before && before >= 0 && after > 0)
        // 16 of the 52 state no date at all.
        #expect(try await count("1900-01-01/2100-01-01") == 36)
    }

    @Test func `coordinates are in the system that was asked for`() async throws {
        let system = "http://www.opengis.net/def/crs/EPSG/0/27700"
        let response = try await Self.get(
            "/collections/districts/items?limit=1&geometry=centroid&area_code=E08000035&crs=\(system)")
        #expect(response.header("Content-Crs") == "<\(system)>")
        let features = try #require(try Self.json(response)["features"] as? [[String: Any]])
        let geometry = try #require(features.first?["geometry"] as? [String: Any])
        let coordinates = try #require(geometry["coordinates"] as? [Double])
        #expect((400_000...450_000).contains(coordinates[0]) && (420_000...450_000).contains(coordinates[1]))
    }

    @Test func `CSV carries counts and the next page in its header fields`() async throws {
        let response = try await Self.get("/collections/districts/items?f=csv&limit=2&properties=area_code,value")
        let lines = String(decoding: response.bytes, as: UTF8.self).split(separator: "\r\n")
        #expect(lines.first == "area_code,value" && lines.count == 3)
        #expect(response.header("OGC-NumberMatched") == "296")
        #expect(response.header("Link")?.contains("rel=\"next\"") == true)
    }

    @Test func `a client that has the answer is told so, until the store changes`() async throws {
        let (service, path) = try await FixtureStore.writable()
        let site = try Site(
            store: try SpatialStore.open(at: path, access: .readOnly),
            settings: SiteSettings(address: "http://test", limits: QueryLimits(time: nil)),
            today: { FixtureStore.day }, now: { FixtureStore.instant })
        let first = await site.respond(to: try ServerRequest(method: "GET", target: "/collections/initiatives/items"))
        let tag = try #require(first.header("ETag"))
        let again = await site.respond(
            to: try ServerRequest(
                method: "GET", target: "/collections/initiatives/items", headers: ["if-none-match": "\"x\", \(tag)"]))
        #expect(again.status == 304 && again.bytes.isEmpty)
        let csv = try FixtureStore.file("more.csv", "name,areas,start\nReading aloud,Newham,2024\n")
        _ = try await service.importInitiatives(from: csv, options: .init(), at: FixtureStore.instant)
        let changed = await site.respond(
            to: try ServerRequest(
                method: "GET", target: "/collections/initiatives/items", headers: ["if-none-match": tag]))
        #expect(changed.status == 200)
        #expect(try Self.json(changed)["numberMatched"] as? Int == 53)
    }
}
