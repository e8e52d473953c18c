import FeatureFormats
import GeographyModel
import HealthLiteracy
import QueryEngine
import SpatialStore

/// A page of the features of a collection.
struct ItemsPage: Resource {
    let name: String

    /// How many features can be put together between two packets of the network.
    private static let fewFeatures = 100

    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        var asked = try asked(exchange)
        switch exchange.format {
        case .csv:
            if asked.geometry != .centroid { asked.geometry = .none }
            return csv(try await exchange.service.features(asked, limits: exchange.settings.limits), asked, exchange)
        case .html:
            asked.geometry = .none
            return html(try await exchange.service.features(asked, limits: exchange.settings.limits), exchange)
        case .json, .geojson, .schema, .openapi: return try await geojson(asked, exchange)
        }
    }

    private func geojson(_ asked: CollectionQuery, _ exchange: Exchange) async throws -> ServerResponse {
        let (service, limits, revision) = (exchange.service, exchange.settings.limits, exchange.state.revision)
        if let found = try service.pageInMemory(asked, limits: limits, revision: revision) {
            return try geojson(found, asked, exchange)
        }
        let answer = try await service.page(asked, limits: limits) { try geojson($0, asked, exchange) }
        try await service.keepInMemory(asked, revision: revision)
        return answer
    }

    func respondAtOnce(_ exchange: Exchange) throws -> ServerResponse? {
        guard exchange.format == .geojson else { return nil }
        let asked = try asked(exchange)
        guard asked.limit ?? ItemsParameters.pageSizes.usual <= Self.fewFeatures else { return nil }
        return try exchange.service.pageInMemory(
            asked, limits: exchange.settings.limits, revision: exchange.state.revision
        ).map { try geojson($0, asked, exchange) }
    }

    private func asked(_ exchange: Exchange) throws -> CollectionQuery {
        let collection = try exchange.collection(name)
        var parameters = try QueryParameters(exchange.request)
        return try ItemsParameters(
            &parameters, of: collection, queryables: exchange.holdings.queryables(of: collection)
        ).query
    }

    private func geojson(_ found: FoundPage, _ asked: CollectionQuery, _ exchange: Exchange) throws -> ServerResponse {
        let features = try exchange.encodedFeatures(of: found)
        var header = CollectionHeader(
            name: asked.collection.name, numberOfFeatures: features.count, notes: found.notes,
            attribution: found.attribution)
        let links = links(exchange, next: found.selection.next, previous: found.selection.previous)
        header.members = [
            Property("numberMatched", PropertyValue(found.selection.numberMatched)),
            Property("timeStamp", .text(exchange.state.changedAt)), links.member,
        ]
        var encoder = GeoJSONEncoder()
        var buffer = TextBuffer(capacity: features.reduce(8_192) { $0 + $1.count + 2 })
        encoder.begin(header, into: &buffer)
        for feature in features { encoder.encode(encoded: feature, into: &buffer) }
        encoder.end(into: &buffer)
        return ServerResponse(
            .geojson, buffer.takeBytes(),
            headers: [("Content-Crs", "<\(asked.system.uri)>"), ("Link", queryables(exchange).field)])
    }

    private func csv(_ list: FeatureList, _ asked: CollectionQuery, _ exchange: Exchange) -> ServerResponse {
        var encoder = CSVFeatureEncoder(
            columns: list.page.columns, hasPoints: asked.geometry == .centroid, system: asked.system)
        let text = encoder.text(list.page.features, header: CollectionHeader(name: list.collection.name))
        // CSV has no place for links and counts, so the header fields carry them.
        let links = links(exchange, next: list.page.next, previous: list.page.previous)
        return ServerResponse(
            .csv, Array(text.utf8),
            headers: [
                ("OGC-NumberMatched", "\(list.page.numberMatched ?? 0)"),
                ("OGC-NumberReturned", "\(list.page.features.count)"),
                ("Link", links.map(\.field).joined(separator: ", ")), ("Content-Crs", "<\(asked.system.uri)>"),
            ])
    }

    private func html(_ list: FeatureList, _ exchange: Exchange) -> ServerResponse {
        let path = "/collections/\(list.collection.name)"
        var page = Page(list.listing, target: path + "/items")
        page.title = "\(list.collection.title): features"
        page.lead = list.listing.title + "."
        page.trail = [.home, PageLink("Collections", "/collections"), PageLink(list.collection.title, path)]
        page.notes = list.notes.map(\.text)
        page.sources = [list.attribution]
        page.blocks.insert(.form(ItemsForm(list.collection, exchange.request).form), at: 0)
        let turned = links(exchange, next: list.page.next, previous: list.page.previous)
        page.next = turned.first { $0.relation == "next" }.map { PageLink("Next page", $0.target) }
        page.previous = turned.first { $0.relation == "prev" }.map { PageLink("Previous page", $0.target) }
        var response = exchange.html(page)
        response.headers.append(("Link", queryables(exchange).field))
        return response
    }

    /// Where it stands what filters can name (OGC 19-079r2 §6.2), which is in the header of every page too.
    private func queryables(_ exchange: Exchange) -> Link {
        Link(
            relation: "http://www.opengis.net/def/rel/ogc/1.0/queryables",
            target: "\(exchange.address)/collections/\(name)/queryables",
            type: ResponseFormat.schema.linkType, title: "What filters can name")
    }

    private func links(_ exchange: Exchange, next: PageToken?, previous: PageToken?) -> [Link] {
        func turn(_ relation: String, _ title: String, _ token: PageToken?) -> [Link] {
            guard let token else { return [] }
            return [
                Link(
                    relation: relation, target: exchange.address(with: ["token": token.description]),
                    type: exchange.format.linkType, title: title)
            ]
        }
        return exchange.links(title: "This page") + turn("next", "The next page", next)
            + turn("prev", "The page before", previous) + [
                Link(
                    relation: "collection", target: "\(exchange.address)/collections/\(name)",
                    title: "The collection"), queryables(exchange),
            ]
    }
}

/// What a reader can fill in above a page of features.
private struct ItemsForm {
    let form: PageForm

    init(_ collection: CollectionID, _ request: ServerRequest) {
        let given = Dictionary(request.query, uniquingKeysWith: { first, _ in first })
        let example = collection == .initiatives ? "status = 'active'" : "value > 50 AND region_name = 'London'"
        form = PageForm(
            "Narrow the list", action: "/collections/\(collection.name)/items",
            fields: [
                .init("Condition", name: "filter", value: given["filter"], hint: "In CQL2, such as \(example)."),
                .init("Sort by", name: "sortby", value: given["sortby"], hint: "Such as -people or area_name."),
                .init("Rows a page", name: "limit", kind: .number(in: 1...10_000), value: given["limit"] ?? "20"),
            ], submit: "Show")
    }
}
