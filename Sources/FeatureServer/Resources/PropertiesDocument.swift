import GeographyModel
import HealthLiteracy
import QueryEngine

/// What filters can name (OGC 19-079r2), or what features carry (OGC 23-058r1), as a JSON Schema.
struct PropertiesDocument: Resource {
    let name: String
    let isQueryables: Bool

    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        try exchange.requireOnlyFormat()
        let collection = try await exchange.collection(name)
        let kind = isQueryables ? "queryables" : "schema"
        let properties = try await exchange.service.queryables(of: collection).map { queryable in
            Property(queryable.name, .object(Self.schema(queryable, collection)))
        }
        return .json(
            [
                Property("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
                Property("$id", .text("\(exchange.address)/collections/\(collection.name)/\(kind)")),
                Property("type", .text("object")), Property("title", .text(collection.name)),
                Property("properties", .object(properties)), Property("additionalProperties", .boolean(false)),
            ], type: "application/schema+json")
    }

    private static func schema(_ queryable: Queryable, _ collection: CollectionID) -> [Property] {
        let title = Property("title", .text(queryable.title))
        func type(_ name: String) -> [Property] { [title, Property("type", .text(name))] }
        switch queryable.kind {
        case .text, .interval: return type("string")
        case .integer: return type("integer")
        case .number: return type("number")
        case .boolean: return type("boolean")
        case .date: return type("string") + [Property("format", .text("date"))]
        case .array: return type("array") + [Property("items", .object([Property("type", .text("string"))]))]
        case .geometry:
            let format = collection == .initiatives ? "geometry-point" : "geometry-multipolygon"
            return [title, Property("format", .text(format)), Property("x-ogc-role", .text("primary-geometry"))]
        }
    }
}
