/// All ways to ask something, in one table: it leads requests to their resources, says which methods a path has, and is
/// what the service's description is made of.
struct RouteTable: Sendable {
    /// The routes, the closest first.
    let routes: [Route]
    /// The shapes of their paths, in the same order.
    private let patterns: [PathPattern]

    /// - Parameter allowsWrites: Whether there are routes that change the store.
    init(allowsWrites: Bool) {
        self.init(Self.service + Self.features + Self.questions + (allowsWrites ? Self.writing : []))
    }

    private init(_ routes: [Route]) {
        self.routes = routes
        patterns = routes.map { PathPattern($0.template) }
    }

    /// The routes that are described to programs.
    var described: RouteTable { RouteTable(routes.filter { !$0.isOfPages }) }

    /// The place of the route for a request, and what the names in its path stand for.
    ///
    /// - Throws: ``Problem`` 404, or 405 with the methods that there are.
    func route(_ method: String, _ path: [String]) throws -> (place: Int, names: [String: String]) {
        var allowed: [String] = []
        for (place, route) in routes.enumerated() {
            guard let names = patterns[place].match(path) else { continue }
            if route.method == method || (method == "HEAD" && route.method == "GET") { return (place, names) }
            allowed.append(route.method)
        }
        guard !allowed.isEmpty else {
            throw Problem(
                status: 404, code: "not-found",
                detail: "There is nothing at /\(path.joined(separator: "/").prefix(200)).",
                remedy: "Begin at the landing page, /.")
        }
        throw Problem.notAllowed(method, Self.methods(allowed))
    }

    /// The methods that a path has; empty where there is nothing.
    func methods(at path: [String]) -> [String] {
        let found = zip(routes, patterns).filter { $1.match(path) != nil }.map(\.0.method)
        return found.isEmpty ? [] : Self.methods(found)
    }

    private static func methods(_ routes: [String]) -> [String] {
        ["GET", "HEAD", "POST", "PUT", "DELETE"].filter {
            routes.contains($0) || ($0 == "HEAD" && routes.contains("GET"))
        } + ["OPTIONS"]
    }

    private static let service = [
        Route(template: "/", operation: "landingPage", summary: "What the service is and where its parts are") { _ in
            LandingPage()
        },
        Route(template: "/conformance", operation: "conformance", summary: "The standards that hold here") { _ in
            Conformance()
        },
        Route(template: "/api", operation: "api", summary: "Everything that can be asked", formats: [.openapi, .html]) {
            _ in OpenAPIDocument()
        },
        Route(
            template: "/health/ready", operation: "ready", summary: "Whether the store can be read", formats: [.json]
        ) { _ in Readiness() },
    ]

    private static let features = [
        Route(template: "/collections", operation: "collections", summary: "The collections") { _ in
            CollectionsDocument()
        },
        Route(
            template: "/collections/{collectionId}", operation: "Collection", summary: "What the collection holds",
            parameters: [.collectionID], statuses: [404], isOfCollections: true
        ) { CollectionDocument(name: $0["collectionId"] ?? "") },
        Route(
            template: "/collections/{collectionId}/queryables", operation: "Queryables",
            summary: "What filters can name", parameters: [.collectionID], formats: [.schema, .html], statuses: [404],
            isOfCollections: true
        ) { PropertiesDocument(name: $0["collectionId"] ?? "", kind: .queryables) },
        Route(
            template: "/collections/{collectionId}/schema", operation: "Schema", summary: "What features carry",
            parameters: [.collectionID], formats: [.schema, .html], statuses: [404], isOfCollections: true
        ) { PropertiesDocument(name: $0["collectionId"] ?? "", kind: .schema) },
        Route(
            template: "/collections/{collectionId}/sortables", operation: "Sortables",
            summary: "What features can be sorted by", parameters: [.collectionID], formats: [.schema, .html],
            statuses: [404], isOfCollections: true
        ) { PropertiesDocument(name: $0["collectionId"] ?? "", kind: .sortables) },
        Route(
            template: "/collections/{collectionId}/feature-schema", operation: "FeatureSchema",
            summary: "What a GeoJSON feature looks like", parameters: [.collectionID], formats: [.schema, .html],
            statuses: [404], isOfCollections: true
        ) { FeatureSchema(name: $0["collectionId"] ?? "") },
        Route(
            template: "/collections/{collectionId}/items", operation: "Items", summary: "A page of features",
            parameters: [.collectionID] + RouteParameter.ofItems, formats: [.geojson, .csv, .html], statuses: [404],
            isOfCollections: true
        ) { ItemsPage(name: $0["collectionId"] ?? "") },
        Route(
            template: "/collections/{collectionId}/items/{featureId*}", operation: "Item", summary: "One feature",
            parameters: RouteParameter.ofItem, formats: [.geojson, .html], statuses: [404], isOfCollections: true
        ) { SingleItem(name: $0["collectionId"] ?? "", id: $0["featureId"] ?? "") },
    ]

    private static let questions = [
        Route(
            template: "/rankings", operation: "rankings", summary: "Areas ranked by low health literacy",
            parameters: RouteParameter.ofRankings + [.benchmark], formats: [.json, .csv, .html], statuses: [404],
            isCostly: true
        ) { _ in RankingAnswer() },
        Route(
            template: "/areas", operation: "areaSearch", summary: "Leads to the area of a code or name",
            parameters: [.areaSearch], statuses: [303, 404], isOfPages: true
        ) { _ in AreaSearch() },
        Route(
            template: "/areas/{area}", operation: "area", summary: "Everything that is held about one area",
            parameters: [.area, .day, .formerly], formats: [.json, .csv, .html], statuses: [308, 404]
        ) { AreaAnswer(words: $0["area"] ?? "") },
        Route(
            template: "/gaps", operation: "gaps", summary: "Areas of great need where no initiative works",
            parameters: RouteParameter.ofRankings + [.groups, .closing, .nationwide, .day],
            formats: [.json, .csv, .html], statuses: [404], isCostly: true
        ) { _ in GapsAnswer() },
        Route(
            template: "/compare", operation: "compare", summary: "Whether areas really differ",
            parameters: [.areas, .indicator, .edition, .acrossEditions], formats: [.json, .csv, .html], statuses: [404],
            isCostly: true
        ) { _ in ComparisonAnswer() },
        Route(
            template: "/aggregates/{level}", operation: "aggregates", summary: "Figures rolled up to a wider level",
            parameters: [.target, .indicator, .edition, .rolledUp], formats: [.json, .csv, .html], statuses: [404],
            isCostly: true
        ) { AggregateAnswer(level: $0["level"] ?? "") },
        Route(
            template: "/locate", operation: "locate", summary: "The area that a point lies in",
            parameters: [
                .longitude, .latitude, .level(usual: "district"), .properties, .indicator, .edition, .day,
            ], formats: [.json, .csv, .html], statuses: [404]
        ) { _ in LocationAnswer() },
        Route(
            method: "POST", template: "/locate", operation: "locateAll",
            summary: "The areas that many points lie in, row by row",
            parameters: [.level(usual: "district"), .properties, .indicator, .edition, .day, .pointSystem],
            formats: [.json, .csv], statuses: [404, 413, 415, 507],
            bodies: ["text/csv", "application/json", "application/geo+json"], isCostly: true
        ) { _ in LocationsAnswer() },
        Route(
            method: "POST", template: "/selections", operation: "select",
            summary: "The best pilot sites under constraints, with comparators",
            formats: [.json, .geojson, .csv], statuses: [404, 413, 415], bodies: ["application/json"],
            isSolving: true
        ) { _ in SelectionAnswer() },
        Route(
            template: "/editions", operation: "editions", summary: "The releases of figures",
            formats: [.json, .csv, .html]
        ) { _ in HoldingsAnswer(kind: .editions) },
        Route(
            template: "/indicators", operation: "indicators", summary: "What is measured",
            formats: [.json, .csv, .html]
        ) { _ in HoldingsAnswer(kind: .indicators) },
        Route(
            template: "/sources", operation: "sources", summary: "Where every figure came from",
            formats: [.json, .csv, .html]
        ) { _ in HoldingsAnswer(kind: .sources) },
    ]

    /// Routes that change the store; they are there only where the operator allows it.
    private static let writing = [
        Route(
            method: "POST", template: "/collections/initiatives/items", operation: "createInitiative",
            summary: "A new initiative", formats: [.geojson], statuses: [401, 409, 413, 415, 422],
            bodies: ["application/geo+json", "application/json"]
        ) { _ in InitiativeCreation() },
        Route(
            method: "PUT", template: "/collections/initiatives/items/{featureId*}", operation: "replaceInitiative",
            summary: "An initiative in place of what it was", parameters: [.featureID], formats: [.geojson],
            statuses: [401, 404, 412, 413, 415, 422, 428], bodies: ["application/geo+json", "application/json"]
        ) { InitiativeReplacement(id: $0["featureId"] ?? "") },
        Route(
            method: "DELETE", template: "/collections/initiatives/items/{featureId*}", operation: "deleteInitiative",
            summary: "The end of an initiative", parameters: [.featureID], formats: [.geojson],
            statuses: [401, 404, 412, 428]
        ) { InitiativeDeletion(id: $0["featureId"] ?? "") },
    ]
}

extension RouteTable {
    /// Whether a route changes the store, so that only those with a token may use it.
    static func needsToken(_ route: Route) -> Bool { writing.contains { $0.operation == route.operation } }
}
