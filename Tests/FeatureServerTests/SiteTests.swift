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
        ("/collections/districts/items?rank=0.5", 400), ("/collections/districts/items?status=nonsense", 400),
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

    @Test func `points of one area have one answer, and points of others their own`() async throws {
        let site = try await Self.site()
        func answer(_ target: String) async throws -> [String: Any] {
            try Self.json(await site.respond(to: try ServerRequest(method: "GET", target: target)))
        }
        func codes(_ answer: [String: Any]) -> [String] {
            (answer["features"] as? [[String: Any]] ?? []).compactMap { $0["area_code"] as? String }
        }
        #expect(codes(try await answer("/locate?lon=-0.03&lat=51.53")) == ["E09000030"])
        #expect(codes(try await answer("/locate?lon=-0.031&lat=51.531")) == ["E09000030"])
        #expect(codes(try await answer("/locate?lat=53.8&lon=-1.55")) == ["E08000035"])
        #expect(codes(try await answer("/locate?lon=-0.03&lat=51.53&level=region")) == ["E12000007"])
        let few = try await answer("/locate?lon=-0.03&lat=51.53&properties=area_name")
        #expect((few["features"] as? [[String: Any]])?.first?.keys.sorted() == ["area_name"])
    }

    @Test func `many points come back with their areas`() async throws {
        let site = try await Self.site()
        var request = try ServerRequest(method: "POST", target: "/locate", headers: ["content-type": "text/csv"])
        request.body = RequestBody("id,lon,lat\na,-0.03,51.53\nb,0,0\n")
        let table = await site.respond(to: request)
        #expect(table.status == 200 && table.header("HLGeo-Located") == "1" && table.header("HLGeo-Outside") == "1")
        request = try ServerRequest(
            method: "POST", target: "/locate", headers: ["content-type": "application/json"])
        request.body = RequestBody(#"{"points":[{"id":"a","lon":-0.03,"lat":51.53},{"id":1,"lon":0,"lat":0}]}"#)
        let points = try #require(try Self.json(await site.respond(to: request))["points"] as? [[String: Any]])
        #expect(points.map { $0["locate_status"] as? String } == ["located", "outside"])
        #expect(points[0]["area_code"] as? String == "E09000030" && points[1]["id"] as? Int == 1)
        for (body, type, status) in [
            ("[[0]]", "application/json", 400), ("{", "application/json", 400), ("x", "text/plain", 415),
            ("a,b\n1,2\n", "text/csv", 400),
        ] {
            request = try ServerRequest(method: "POST", target: "/locate", headers: ["content-type": type])
            request.body = RequestBody(body)
            let refused = await site.respond(to: request)
            #expect(refused.status == status, "\(body)")
            #expect(!String(decoding: refused.bytes, as: UTF8.self).contains("/tmp"))
        }
    }

    @Test func `an old code leads to its successor, which says so`() async throws {
        let moved = try await Self.get("/areas/E07000187")
        #expect(moved.status == 308)
        let place = try #require(moved.header("Location"))
        #expect(place == "http://test/areas/E06000066?formerly=E07000187")
        let area = try Self.json(try await Self.get(String(place.dropFirst("http://test".count))))
        let notes = try #require(area["notes"] as? [[String: String]])
        #expect(notes.first?["text"]?.contains("E07000187") == true)
    }

    @Test(arguments: ["/", "/rankings?within=London&top=3", "/areas/Newham", "/collections", "/api", "/nowhere"])
    func `a browser gets a page, and no script`(_ target: String) async throws {
        let page = try await Self.get(target, headers: ["accept": "text/html,*/*;q=0.8"])
        #expect(page.header("Content-Type") == "text/html; charset=utf-8")
        let text = String(decoding: page.bytes, as: UTF8.self)
        #expect(text.contains("<h1") && text.contains("lang=\"en-GB\"") && !text.contains("<script"))
    }

    @Test func `what compresses well is compressed, under a tag of its own`() async throws {
        let plain = try await Self.get("/collections/districts/items")
        let packed = try await Self.get("/collections/districts/items", headers: ["accept-encoding": "gzip"])
        #expect(packed.header("Content-Encoding") == "gzip" && packed.bytes.count < plain.bytes.count / 2)
        #expect(Array(packed.bytes.prefix(2)) == [0x1F, 0x8B])
        #expect(packed.header("ETag") != plain.header("ETag"))
        #expect(packed.header("Vary")?.contains("Accept-Encoding") == true)
    }
}
