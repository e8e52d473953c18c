import GeographyModel
import HealthLiteracy
import QueryEngine

/// Everything that can be asked, as OpenAPI 3.0: self-contained, made from the store's own collections and queryables.
struct OpenAPIDocument: Resource {
    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        try exchange.requireOnlyFormat()
        var paths: [Property] = [
            .path("/", "landingPage", "What the service is and where its parts are"),
            .path("/conformance", "conformance", "The standards that hold here"),
            .path("/api", "api", "This document"),
            .path("/collections", "collections", "The collections"),
            .path("/health/live", "live", "Whether the process runs", takesFormat: false, mediaType: nil),
            .path("/health/ready", "ready", "Whether the store can be read"),
        ]
        for collection in try await exchange.service.collections() {
            let queryables = try await exchange.service.queryables(of: collection)
            let base = "/collections/\(collection.name)"
            paths += [
                .path(base, "\(collection.name)", "The collection \(collection.name)"),
                .path(
                    base + "/queryables", "\(collection.name)Queryables", "What filters can name",
                    mediaType: "application/schema+json"),
                .path(
                    base + "/schema", "\(collection.name)Schema", "What features carry",
                    mediaType: "application/schema+json"),
                .path(
                    base + "/items", "\(collection.name)Items", "A page of features",
                    parameters: OpenAPIParameters.items(queryables), takesFormat: false,
                    mediaType: "application/geo+json", others: ["text/csv"]),
                .path(
                    base + "/items/{featureId}", "\(collection.name)Item", "One feature",
                    parameters: OpenAPIParameters.item, takesFormat: false, mediaType: "application/geo+json",
                    hasNotFound: true),
            ]
        }
        return .json(
            [
                Property("openapi", .text("3.0.3")),
                Property(
                    "info",
                    .object([
                        Property("title", .text("Health literacy in England")), Property("version", .text("0.1.0")),
                        Property(
                            "description",
                            .text(
                                "OGC API – Features on health-literacy estimates and pilot initiatives. High is bad: the figure is the percentage below the threshold."
                            )),
                    ])),
                Property(
                    "servers",
                    .array([.object([Property("url", .text(exchange.address.isEmpty ? "/" : exchange.address))])])),
                Property("paths", .object(paths)),
                Property("components", .object([Property("schemas", .object([OpenAPIParameters.problem]))])),
            ], type: "application/vnd.oai.openapi+json;version=3.0")
    }
}

extension Property {
    /// A path that can be read.
    fileprivate static func path(
        _ path: String, _ operation: String, _ summary: String, parameters: [PropertyValue] = [],
        takesFormat: Bool = true, mediaType: String? = "application/json", others: [String] = [],
        hasNotFound: Bool = false
    ) -> Property {
        let content = ([mediaType].compactMap(\.self) + others).map { type in
            Property(
                type,
                .object([
                    Property("schema", .object([Property("type", .text(type == "text/csv" ? "string" : "object"))]))
                ]))
        }
        var answer = [Property("description", .text(summary))]
        if !content.isEmpty { answer.append(Property("content", .object(content))) }
        var responses = [
            Property("200", .object(answer)),
            Property("304", .object([Property("description", .text("The client's own copy is still right."))])),
            .problem("400", "A parameter is not known, or has a value that it cannot have."),
        ]
        if hasNotFound || operation.contains("Items") {
            responses.append(.problem("404", "There is no such feature, area, indicator or edition."))
        }
        responses += [
            .problem("405", "Only GET and HEAD are allowed."), .problem("500", "A fault of the service itself."),
            .problem("503", "The store cannot be read, or the answer would take too long."),
        ]
        return Property(
            path,
            .object([
                Property(
                    "get",
                    .object([
                        Property("operationId", .text(operation)), Property("summary", .text(summary)),
                        Property(
                            "parameters",
                            .array(parameters + (takesFormat ? [OpenAPIParameters.format(["json"])] : []))),
                        Property("responses", .object(responses)),
                    ]))
            ]))
    }

    private static func problem(_ status: String, _ description: String) -> Property {
        let schema = PropertyValue.object([Property("$ref", .text("#/components/schemas/problem"))])
        return Property(
            status,
            .object([
                Property("description", .text(description)),
                Property(
                    "content",
                    .object([Property("application/problem+json", .object([Property("schema", schema)]))])),
            ]))
    }
}
