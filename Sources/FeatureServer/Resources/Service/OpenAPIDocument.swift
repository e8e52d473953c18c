import GeographyModel
import HealthLiteracy
import QueryEngine

/// Everything that can be asked, as OpenAPI 3.0: self-contained, made from the routes and the store's own queryables.
struct OpenAPIDocument: Resource {
    private static let explanation =
        "OGC API – Features on health-literacy estimates and pilot initiatives, and the questions that people bring. "
        + "High is bad: the figure is the percentage below the threshold."

    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        _ = try exchange.parameters()
        let table = RouteTable(allowsWrites: exchange.settings.allowsWrites).described
        if exchange.format == .html { return exchange.html(page(table)) }
        let operations = try await operations(table, exchange)
        let shared = SharedParameters(operations.flatMap(\.operation.allParameters))
        let paths =
            [("/health/live", OpenAPIOperation.liveness), ("/metrics", OpenAPIOperation.metrics)]
            + operations.map { ($0.path, $0.operation.document(shared)) }
        return exchange.document(
            [
                Property("openapi", .text("3.0.3")),
                Property(
                    "info",
                    .object([
                        Property("title", .text("Health literacy in England")), Property("version", .text("0.1.0")),
                        Property("description", .text(Self.explanation)),
                    ])),
                Property("servers", .array([.object([Property("url", .text(exchange.address))])])),
                Property("paths", .object(Self.paths(paths))),
                Property(
                    "components",
                    OpenAPIOperation.components(
                        shared, routes: table.routes, allowsWrites: exchange.settings.allowsWrites)),
            ]) { page(table) }
    }

    /// Every operation with its path: those of collections once for each.
    private func operations(_ table: RouteTable, _ exchange: Exchange) async throws
        -> [(path: String, operation: OpenAPIOperation)]
    {
        var examples: [CollectionID: String] = [:]
        for collection in exchange.holdings.collections {
            let first = CollectionQuery(collection: collection, properties: [], limit: 1)
            examples[collection] = try await exchange.service.features(first).page.features.first?.id
        }
        var operations = table.routes.filter { !$0.isOfCollections }.map { route in
            (path: route.path, operation: OpenAPIOperation(route, example: examples[.initiatives]))
        }
        for collection in exchange.holdings.collections {
            let queryables = exchange.holdings.queryables(of: collection)
            operations += table.routes.filter(\.isOfCollections).map { route in
                (
                    path: route.path.replacing("{collectionId}", with: collection.name),
                    operation: OpenAPIOperation(
                        route, of: collection, queryables: queryables, example: examples[collection])
                )
            }
        }
        return operations
    }

    /// One member a path, in the order in which paths come first, with all of its operations.
    private static func paths(_ operations: [(path: String, operation: Property)]) -> [Property] {
        var order: [String] = []
        var members: [String: [Property]] = [:]
        for (path, operation) in operations {
            if members[path] == nil { order.append(path) }
            members[path, default: []].append(operation)
        }
        return order.map { Property($0, .object(members[$0] ?? [])) }
    }

    private func page(_ table: RouteTable) -> Page {
        var page = Page(title: "What programs can ask", target: "/api")
        page.lead = Self.explanation
        page.blocks = [
            .table(
                PageTable(
                    "Everything that can be asked",
                    columns: [
                        .init("Method"), .init("Address", isRowHeader: true), .init("What"), .init("Parameters"),
                    ],
                    rows: table.routes.map { route in
                        let parameters = route.parameters.filter { $0.place == "query" }.map(\.name)
                        return [
                            .text(route.method), .text(route.template), .text(route.summary),
                            PageCell(parameters.joined(separator: ", ")),
                        ]
                    }))
        ]
        return page
    }
}
