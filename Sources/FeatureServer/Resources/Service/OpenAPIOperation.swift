import GeographyModel
import QueryEngine

/// One route as OpenAPI 3.0 describes it.
struct OpenAPIOperation {
    private let route: Route
    private let name: String
    private let parameters: [RouteParameter]

    /// A route that is no collection's.
    init(_ route: Route, example: String? = nil) {
        self.route = route
        name = route.operation
        parameters = Self.described(route.parameters, example: example)
    }

    /// A route as one collection has it.
    ///
    /// - Parameter example: The identifier of one of its features.
    init(_ route: Route, of collection: CollectionID, queryables: [Queryable], example: String?) {
        self.route = route
        name = collection.name + route.operation
        let own = route.operation == "Items" ? queryables.compactMap(RouteParameter.equality) : []
        // Initiatives carry no figures.
        let foreign: Set = collection == .initiatives ? ["collectionId", "indicator", "edition"] : ["collectionId"]
        parameters =
            Self.described(route.parameters.filter { !foreign.contains($0.name) }, of: queryables, example: example)
            + own
    }

    /// Parameters with what is known of their values here.
    private static func described(
        _ parameters: [RouteParameter], of queryables: [Queryable] = [], example: String?
    ) -> [RouteParameter] {
        parameters.map { parameter in
            switch parameter.name {
            case "featureId": example.map { parameter.with(example: $0) } ?? parameter
            case "properties" where !queryables.isEmpty:
                parameter.with(
                    ParameterSchema.set(
                        of: ParameterSchema.oneOf(queryables.filter { $0.kind != .geometry }.map(\.name))))
            case "sortby" where !queryables.isEmpty:
                parameter.with(
                    ParameterSchema.list(
                        of: ParameterSchema.pattern(
                            "^[+-]?(\(queryables.filter(\.isSortable).map(\.name).joined(separator: "|")))$")))
            default: parameter
            }
        }
    }

    /// All parameters, the form of the answer the last.
    var allParameters: [RouteParameter] {
        parameters + (route.formats.count > 1 || route.formats == [.json] ? [format] : [])
    }

    /// The operation under its method.
    func document(_ shared: SharedParameters) -> Property {
        var members = [Property("operationId", .text(name)), Property("summary", .text(route.summary))]
        members.append(Property("parameters", .array(allParameters.map(shared.document))))
        if !route.bodies.isEmpty { members.append(Property("requestBody", OpenAPIBody.document(route))) }
        if RouteTable.needsToken(route) {
            members.append(Property("security", .array([.object([Property("token", .array([]))])])))
        }
        members.append(Property("responses", .object(responses)))
        return Property(route.method.lowercased(), .object(members))
    }

    private var format: RouteParameter {
        RouteParameter(
            name: "f", explanation: "The form of the answer.",
            schema: ParameterSchema.oneOf(route.formatWords, usual: route.formatWords[0]))
    }

    private var responses: [Property] {
        // Where every answer leads elsewhere, there is none to describe.
        if route.operation == "areaSearch" { return Self.failures(Self.usualFailures + route.statuses) }
        let isRemoval = route.method == "DELETE"
        let success = route.method == "POST" && RouteTable.needsToken(route) ? "201" : isRemoval ? "204" : "200"
        let types = isRemoval ? [] : route.formats.map(\.linkType)
        var responses = [Property(success, Self.answer(route.summary, types, of: route.operation))]
        if route.method == "GET" {
            responses.append(Property("304", Self.answer("The client's own copy is still right.", [])))
        }
        return responses + Self.failures(Self.usualFailures + route.statuses)
    }

    private static let usualFailures = [400, 405, 414, 429, 431, 500, 503]

    private static func failures(_ statuses: [Int]) -> [Property] {
        Set(statuses).sorted().map { status in
            (300..<400).contains(status)
                ? Property("\(status)", answer("It is elsewhere: see Location.", []))
                : Property("\(status)", .object([Property("$ref", .text("#/components/responses/problem\(status)"))]))
        }
    }

    private static func answer(_ description: String, _ types: [String], of operation: String = "") -> PropertyValue {
        let content = types.map { type in
            Property(type, .object([Property("schema", OpenAPISchemas.schema(of: operation, type))]))
        }
        return .object(
            [Property("description", .text(description))]
                + (content.isEmpty ? [] : [Property("content", .object(content))]))
    }

    /// Whether the process runs, which needs no store and so no route.
    static let liveness = plain("live", "Whether the process runs", answer("It runs.", []))

    /// The counts of the service.
    static let metrics = plain("metrics", "Counts for Prometheus", answer("The counts.", ["text/plain"]))

    private static func plain(_ name: String, _ summary: String, _ success: PropertyValue) -> Property {
        Property(
            "get",
            .object([
                Property("operationId", .text(name)), Property("summary", .text(summary)),
                Property("responses", .object([Property("200", success)] + failures(usualFailures))),
            ]))
    }

    /// What the document refers to.
    ///
    /// - Parameters:
    ///   - shared: The parameters that several operations have.
    ///   - routes: All routes, for the statuses that failures can have.
    ///   - allowsWrites: Whether some need a token.
    static func components(_ shared: SharedParameters, routes: [Route], allowsWrites: Bool) -> PropertyValue {
        let statuses = Set(usualFailures + routes.flatMap(\.statuses)).filter { $0 >= 400 }.sorted()
        let failures = statuses.map { status in
            Property(
                "problem\(status)",
                answer(ResponseStatus.reason(status), ["application/problem+json", "text/html"]))
        }
        let token = PropertyValue.object([Property("type", .text("http")), Property("scheme", .text("bearer"))])
        return .object(
            [
                Property("schemas", .object(OpenAPISchemas.components)), Property("responses", .object(failures)),
                Property("parameters", .object(shared.components)),
            ] + (allowsWrites ? [Property("securitySchemes", .object([Property("token", token)]))] : []))
    }
}
