import GeographyModel
import QueryEngine

/// One route as OpenAPI 3.0 describes it.
struct OpenAPIOperation {
    private let route: Route
    private let name: String
    private let parameters: [RouteParameter]

    /// A route that is no collection's.
    init(_ route: Route) {
        self.route = route
        name = route.operation
        parameters = route.parameters
    }

    /// A route as one collection has it.
    init(_ route: Route, of collection: CollectionID, queryables: [Queryable]) {
        self.route = route
        name = collection.name + route.operation
        let own = route.operation == "Items" ? queryables.compactMap(RouteParameter.equality) : []
        parameters = route.parameters.filter { $0.name != "collectionId" } + own
    }

    /// The operation under its method.
    var document: Property {
        var members = [Property("operationId", .text(name)), Property("summary", .text(route.summary))]
        let format = route.formats.count > 1 || route.formats == [.json] ? [self.format] : []
        members.append(Property("parameters", .array((parameters + format).map(\.document))))
        if !route.bodies.isEmpty { members.append(Property("requestBody", body)) }
        if RouteTable.needsToken(route) {
            members.append(Property("security", .array([.object([Property("token", .array([]))])])))
        }
        members.append(Property("responses", .object(responses)))
        return Property(route.method.lowercased(), .object(members))
    }

    private var format: RouteParameter {
        RouteParameter(
            name: "f", explanation: "The form of the answer.",
            schema: ParameterSchema.oneOf(route.formats.map(\.word), usual: route.formats[0].word))
    }

    private var body: PropertyValue {
        .object([
            Property("required", .boolean(true)),
            Property("content", .object(route.bodies.map { Self.content($0) })),
        ])
    }

    private var responses: [Property] {
        var responses = [
            Property(
                route.method == "POST" && RouteTable.needsToken(route)
                    ? "201" : route.method == "DELETE" ? "204" : "200",
                Self.answer(
                    route.summary, route.method == "DELETE" ? [] : route.formats.map(\.offer.description)))
        ]
        if route.method == "GET" {
            responses.append(Property("304", Self.answer("The client's own copy is still right.", [])))
        }
        let statuses = [400, 405, 414, 429, 431, 500, 503] + route.statuses
        for status in Set(statuses).sorted() {
            responses.append(
                (300..<400).contains(status)
                    ? Property("\(status)", Self.answer("It is elsewhere: see Location.", []))
                    : Property(
                        "\(status)",
                        Self.answer(ResponseStatus.reason(status), ["application/problem+json", "text/html"])))
        }
        return responses
    }

    private static func answer(_ description: String, _ types: [String]) -> PropertyValue {
        let content = types.isEmpty ? [] : [Property("content", .object(types.map(content)))]
        return .object([Property("description", .text(description))] + content)
    }

    /// A media type with the shape of what is sent in it.
    private static func content(_ type: String) -> Property {
        let schema: PropertyValue =
            switch type {
            case "application/problem+json": .object([Property("$ref", .text("#/components/schemas/problem"))])
            case "text/csv", "text/html", "text/plain": ParameterSchema.text
            case "application/json": .object([])
            default: .object([Property("type", .text("object"))])
            }
        return Property(type, .object([Property("schema", schema)]))
    }

    /// Whether the process runs, which needs no store and so no route.
    static let liveness = Property(
        "get",
        .object([
            Property("operationId", .text("live")), Property("summary", .text("Whether the process runs")),
            Property("responses", .object([Property("200", answer("It runs.", []))])),
        ]))

    /// The counts of the service.
    static let metrics = Property(
        "get",
        .object([
            Property("operationId", .text("metrics")), Property("summary", .text("Counts for Prometheus")),
            Property("responses", .object([Property("200", answer("The counts.", ["text/plain"]))])),
        ]))

    /// What the document refers to.
    static func components(allowsWrites: Bool) -> PropertyValue {
        let text = ParameterSchema.text
        let problem = PropertyValue.object([
            Property("type", .text("object")),
            Property(
                "properties",
                .object(
                    ["type", "title", "detail", "code", "remedy"].map { Property($0, text) } + [
                        Property("status", .object([Property("type", .text("integer"))]))
                    ])),
            Property("required", .array(["type", "title", "status", "detail", "code"].map { .text($0) })),
        ])
        let token = PropertyValue.object([Property("type", .text("http")), Property("scheme", .text("bearer"))])
        return .object(
            [Property("schemas", .object([Property("problem", problem)]))]
                + (allowsWrites ? [Property("securitySchemes", .object([Property("token", token)]))] : []))
    }
}
