import FeatureServer
import Foundation
import TestSupport
import Testing

/// The description of the service, as programs read it.
struct OpenAPITests {
    private static func document() async throws -> [String: Any] {
        try SiteTests.json(try await SiteTests.get("/api"))
    }

    /// All objects of a document, at any depth.
    private static func objects(_ value: Any) -> [[String: Any]] {
        switch value {
        case let object as [String: Any]: [object] + object.values.flatMap(objects)
        case let list as [Any]: list.flatMap(objects)
        default: []
        }
    }

    private static func resolved(_ object: [String: Any], in document: [String: Any]) throws -> [String: Any] {
        guard let reference = object["$ref"] as? String else { return object }
        var place: Any = document
        for part in reference.trimmingPrefix("#/").split(separator: "/") {
            place = try #require((place as? [String: Any])?[String(part)], "\(reference)")
        }
        return try #require(place as? [String: Any])
    }

    private static func parameters(_ path: String, _ document: [String: Any]) throws -> [String: [String: Any]] {
        let item = try #require((document["paths"] as? [String: Any])?[path] as? [String: Any])
        let list = try #require((item["get"] as? [String: Any])?["parameters"] as? [[String: Any]])
        var parameters: [String: [String: Any]] = [:]
        for one in try list.map({ try resolved($0, in: document) }) { parameters[one["name"] as? String ?? ""] = one }
        return parameters
    }

    @Test func `it is whole: what it refers to is in it`() async throws {
        let document = try await Self.document()
        let references = Self.objects(document).filter { $0["$ref"] is String }
        #expect(references.count > 100)
        for reference in references { _ = try Self.resolved(reference, in: document) }
        let names = Self.objects(document).compactMap { $0["operationId"] as? String }
        #expect(Set(names).count == names.count)
    }

    @Test func `lists have commas, systems are addresses, and paths have examples`() async throws {
        let document = try await Self.document()
        let all = Self.objects(document).filter { $0["in"] is String && $0["name"] is String }
        for parameter in all {
            #expect(parameter["explode"] as? Bool == false)
            let schema = try #require(parameter["schema"] as? [String: Any])
            if (parameter["name"] as? String)?.hasSuffix("crs") == true {
                #expect(schema["format"] as? String == "uri")
            }
            if parameter["in"] as? String == "path" { #expect(parameter["example"] != nil) }
        }
    }

    @Test func `parameters have the schema of their queryable`() async throws {
        let document = try await Self.document()
        for collection in ["districts", "initiatives", "estimates"] {
            let parameters = try Self.parameters("/collections/\(collection)/items", document)
            for (name, schema) in try await SchemaTests.properties(collection, "queryables") where name != "geometry" {
                guard !["indicator", "edition"].contains(name) || collection != "initiatives" else { continue }
                let described = try #require(parameters[name]?["schema"] as? [String: Any], "\(name)")
                for key in ["type", "enum", "format"] {
                    #expect("\(described[key] ?? "")" == "\(schema[key] ?? "")", "\(name)")
                }
            }
        }
    }

    @Test func `a collection has what it takes, and no more`() async throws {
        let document = try await Self.document()
        let initiatives = try Self.parameters("/collections/initiatives/items", document)
        #expect(initiatives["indicator"] == nil && initiatives["edition"] == nil && initiatives["period"] != nil)
        let sort = try #require(initiatives["sortby"]?["schema"] as? [String: Any])
        let pattern = try Regex(try #require((sort["items"] as? [String: Any])?["pattern"] as? String))
        #expect("-start".wholeMatch(of: pattern) != nil && "value".wholeMatch(of: pattern) == nil)
        let districts = try Self.parameters("/collections/districts/items", document)
        #expect(districts["indicator"] != nil && districts["limit"] != nil && districts["filter-lang"] != nil)
    }

    @Test func `every answer in JSON has a schema that says something`() async throws {
        let document = try await Self.document()
        let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
        for (path, operations) in paths {
            for operation in operations.values {
                let responses = try #require(operation["responses"] as? [String: [String: Any]])
                for response in responses.values.map({ try? Self.resolved($0, in: document) }) {
                    for (type, content) in response?["content"] as? [String: [String: Any]] ?? [:] {
                        guard type.contains("json") else { continue }
                        let schema = try #require(content["schema"] as? [String: Any])
                        let known = try Self.resolved(schema, in: document)
                        #expect(known["properties"] != nil, "\(path) \(type)")
                    }
                }
            }
        }
    }
}
