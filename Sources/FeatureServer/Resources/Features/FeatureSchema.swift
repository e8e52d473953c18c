import GeographyModel
import QueryEngine

/// What a GeoJSON feature of a collection looks like, as a JSON Schema. GDAL, and QGIS with it, take the types of fields
/// from it, which the first page does not tell where nothing is known of its features.
struct FeatureSchema: Resource {
    let name: String

    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        _ = try exchange.parameters()
        let collection = try exchange.collection(name)
        let path = "/collections/\(collection.name)"
        let properties = exchange.holdings.usualProperties(of: collection).map { queryable in
            Property(
                queryable.name, .object([Property("title", .text(queryable.title))] + queryable.valueSchema))
        }
        let geometry = Self.object([
            Property("type", Self.type("string")),
            Property("coordinates", .object([Property("type", .text("array"))])),
        ])
        let members = [
            Property("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
            Property("$id", .text("\(exchange.address)\(path)/feature-schema")),
            Property("title", .text(collection.title)), Property("type", .text("object")),
            Property(
                "properties",
                .object([
                    Property("type", .object([Property("const", .text("Feature"))])),
                    Property("id", Self.type("string")), Property("geometry", geometry),
                    Property("properties", Self.object(properties)),
                ])),
        ]
        return exchange.document(members) {
            var page = Page(
                title: "\(collection.title): what a GeoJSON feature looks like", target: "\(path)/feature-schema")
            page.trail = [.home, PageLink("Collections", "/collections"), PageLink(collection.title, path)]
            page.lead = "The properties that features carry unless others are named."
            return page
        }
    }

    private static func type(_ name: String) -> PropertyValue { .object([Property("type", .text(name))]) }

    private static func object(_ properties: [Property]) -> PropertyValue {
        .object([Property("type", .text("object")), Property("properties", .object(properties))])
    }
}
