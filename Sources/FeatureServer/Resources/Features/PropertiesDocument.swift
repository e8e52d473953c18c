import GeographyModel
import HealthLiteracy
import QueryEngine

/// What filters can name (OGC 19-079r2), or what features carry (OGC 23-058r1), as a JSON Schema.
struct PropertiesDocument: Resource {
    /// Which of the two.
    enum Kind: String {
        case queryables, schema
    }

    let name: String
    let kind: Kind

    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        _ = try exchange.parameters()
        let collection = try exchange.collection(name)
        let queryables = exchange.holdings.queryables(of: collection)
        let properties = queryables.map { queryable in
            Property(queryable.name, .object(schema(queryable, collection)))
        }
        let members = [
            Property("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
            Property("$id", .text("\(exchange.address)/collections/\(collection.name)/\(kind.rawValue)")),
            Property("type", .text("object")), Property("title", .text(collection.name)),
            Property("properties", .object(properties)), Property("additionalProperties", .boolean(false)),
        ]
        return exchange.document(members) { page(collection, queryables) }
    }

    private func schema(_ queryable: Queryable, _ collection: CollectionID) -> [Property] {
        let title = Property("title", .text(queryable.title))
        func type(_ name: String) -> [Property] {
            // Features say null where nothing is known; a filter compares with values only.
            let types: PropertyValue = kind == .schema ? .array([.text(name), .text("null")]) : .text(name)
            return [title, Property("type", types)]
        }
        switch queryable.kind {
        case .text, .interval: return type("string") + role(queryable, collection)
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

    /// The part that a property plays in its feature (OGC 23-058r1 §8).
    private func role(_ queryable: Queryable, _ collection: CollectionID) -> [Property] {
        guard kind == .schema else { return [] }
        return switch (collection, queryable.name) {
        case (.areas, "area_code"), (.initiatives, "initiative_id"): [Property("x-ogc-role", .text("id"))]
        default: []
        }
    }

    private func page(_ collection: CollectionID, _ queryables: [Queryable]) -> Page {
        let path = "/collections/\(collection.name)"
        var page = Page(
            title: "\(collection.title): \(kind == .queryables ? "what filters can name" : "what features carry")",
            target: "\(path)/\(kind.rawValue)")
        page.trail = [.home, PageLink("Collections", "/collections"), PageLink(collection.title, path)]
        page.blocks = [
            .table(
                PageTable(
                    page.title, columns: [.init("Name", isRowHeader: true), .init("Kind"), .init("What it says")],
                    rows: queryables.map { [.text($0.name), .text($0.kind.rawValue), .text($0.title)] }))
        ]
        return page
    }
}
