import FeatureServer
import TestSupport
import Testing

/// What the service says of properties.
struct SchemaTests {
    static func properties(_ collection: String, _ kind: String) async throws -> [String: [String: Any]] {
        let schema = try SiteTests.json(try await SiteTests.get("/collections/\(collection)/\(kind)"))
        return try #require(schema["properties"] as? [String: [String: Any]])
    }

    @Test(arguments: ["districts", "initiatives", "estimates"], ["queryables", "schema", "sortables"])
    func `a property has one type, or the format of a geometry`(_ collection: String, _ kind: String) async throws {
        let properties = try await Self.properties(collection, kind)
        for (name, schema) in properties {
            let isPlace = (schema["format"] as? String)?.hasPrefix("geometry-") ?? false
            #expect((schema["type"] is String) != isPlace, "\(name)")
            #expect((schema["title"] as? String)?.isEmpty == false)
            #expect(schema["readOnly"] as? Bool == (kind == "schema" ? true : nil))
        }
        #expect(properties["geometry"] == nil || kind != "sortables")
    }

    @Test(arguments: [("districts", "area_code"), ("initiatives", "initiative_id"), ("estimates", "id")])
    func `one property is the identifier`(_ collection: String, _ name: String) async throws {
        let properties = try await Self.properties(collection, "schema")
        #expect(properties.filter { $0.value["x-ogc-role"] as? String == "id" }.map(\.key) == [name])
    }

    @Test(arguments: [
        ("districts", "compared_to_england", ["worse", "similar", "better"]),
        ("districts", "status", ["published", "combined", "modelled", "suppressed"]),
        ("estimates", "polarity", ["low-is-good", "high-is-good"]),
        ("initiatives", "status", ["active", "ended", "planned", "undated"]),
        ("initiatives", "coverage", ["whole", "part", "site", "unknown"]),
    ])
    func `few words are listed`(_ collection: String, _ name: String, _ words: [String]) async throws {
        for kind in ["schema", "queryables"] {
            #expect(try await Self.properties(collection, kind)[name]?["enum"] as? [String] == words)
        }
    }

    @Test(arguments: ["districts", "initiatives", "estimates"])
    func `a collection leads to what a feature looks like`(_ collection: String) async throws {
        let document = try SiteTests.json(try await SiteTests.get("/collections/\(collection)"))
        let links = try #require(document["links"] as? [[String: String]])
        for relation in ["describedBy", "describedby"] {
            #expect(
                links.contains {
                    $0["rel"] == relation && $0["href"]?.hasSuffix("\(collection)/feature-schema") == true
                })
        }
        let members = try await Self.properties(collection, "feature-schema")
        let described = try #require(members["properties"]?["properties"] as? [String: [String: Any]])
        let page = try SiteTests.json(try await SiteTests.get("/collections/\(collection)/items?limit=1"))
        let feature = try #require((page["features"] as? [[String: Any]])?.first?["properties"] as? [String: Any])
        #expect(Set(described.keys) == Set(feature.keys))
        #expect(collection == "initiatives" || described["lower_ci"]?["type"] as? String == "number")
    }

    @Test func `initiatives have an extent in time`() async throws {
        let document = try SiteTests.json(try await SiteTests.get("/collections/initiatives"))
        let extent = try #require(document["extent"] as? [String: Any])
        let interval = try #require((extent["temporal"] as? [String: Any])?["interval"] as? [[Any]])
        #expect((interval.first?.first as? String)?.hasSuffix("T00:00:00Z") == true && interval.first?.count == 2)
        #expect(extent["spatial"] == nil)
    }

    @Test(arguments: ["", "&f=csv", "&f=html"])
    func `pages lead to what filters can name in their header`(_ format: String) async throws {
        let response = try await SiteTests.get("/collections/districts/items?limit=1\(format)")
        #expect(
            response.header("Link")?.contains(
                "<http://test/collections/districts/queryables>; rel=\"http://www.opengis.net/def/rel/ogc/1.0/queryables\""
            ) == true)
    }

    @Test func `links to a feature keep its identifier in one segment, and the parameters`() async throws {
        let page = try SiteTests.json(try await SiteTests.get("/collections/estimates/items?limit=1"))
        let id = try #require((page["features"] as? [[String: Any]])?.first?["id"] as? String)
        #expect(id.contains("/"))
        let encoded = "http://test/collections/estimates/items/\(id.replacing("/", with: "%2F"))?geometry=none"
        for way in [id, id.replacing("/", with: "%2F")] {
            let feature = try SiteTests.json(
                try await SiteTests.get("/collections/estimates/items/\(way)?geometry=none"))
            let links = try #require(feature["links"] as? [[String: String]])
            #expect(links.first { $0["rel"] == "self" }?["href"] == encoded)
            #expect(links.first { $0["rel"] == "alternate" }?["href"] == "\(encoded)&f=html")
        }
    }
}
