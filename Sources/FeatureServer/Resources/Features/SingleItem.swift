import FeatureFormats
import GeographyModel
import HealthLiteracy
import QueryEngine
import SpatialStore

/// One feature of a collection, by its identifier.
struct SingleItem: Resource {
    let name: String
    let id: String

    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        let asked = try asked(exchange)
        if exchange.format == .html { return try await html(asked, exchange) }
        let (service, limits, revision) = (exchange.service, exchange.settings.limits, exchange.state.revision)
        if let found = try service.pageInMemory(asked, limits: limits, revision: revision) {
            return try geojson(found, asked, exchange)
        }
        var response = try await service.page(asked, limits: limits) { try geojson($0, asked, exchange) }
        if exchange.writing != nil, asked.collection == .initiatives {
            response.featureTag = try await service.initiativeTag(id)
        }
        try await service.keepInMemory(asked, revision: revision)
        return response
    }

    func respondAtOnce(_ exchange: Exchange) throws -> ServerResponse? {
        guard exchange.format == .geojson else { return nil }
        let asked = try asked(exchange)
        return try exchange.service.pageInMemory(
            asked, limits: exchange.settings.limits, revision: exchange.state.revision
        ).map { try geojson($0, asked, exchange) }
    }

    private func asked(_ exchange: Exchange) throws -> CollectionQuery {
        let collection = try exchange.collection(name)
        var parameters = try exchange.parameters()
        var asked = try ItemsParameters(&parameters, of: collection, queryables: []).query
        guard let identity = identity(collection) else { throw notFound(collection) }
        asked.conditions.append(identity)
        asked.limit = 1
        return asked
    }

    private func geojson(_ found: FoundPage, _ asked: CollectionQuery, _ exchange: Exchange) throws -> ServerResponse {
        guard let feature = try exchange.encodedFeatures(of: found).first else { throw notFound(asked.collection) }
        let links =
            exchange.links(title: "This feature") + [
                Link(
                    relation: "collection", target: "\(exchange.address)/collections/\(name)",
                    title: "Its collection")
            ]
        var buffer = TextBuffer(capacity: feature.count + 2_048)
        buffer.appendGeoJSON(
            encoded: feature, members: [Property("timeStamp", .text(exchange.state.changedAt)), links.member])
        return ServerResponse(.geojson, buffer.takeBytes(), headers: [("Content-Crs", "<\(asked.system.uri)>")])
    }

    private func html(_ asked: CollectionQuery, _ exchange: Exchange) async throws -> ServerResponse {
        var asked = asked
        asked.geometry = .none
        let list = try await exchange.service.features(asked, limits: exchange.settings.limits)
        guard let feature = list.page.features.first else { throw notFound(asked.collection) }
        let sheet = list.sheet
        let path = "/collections/\(name)"
        var page = Page(title: sheet.title, target: "\(path)/items/\(id.pathSegment)")
        page.trail = [
            .home, PageLink("Collections", "/collections"), PageLink(asked.collection.title, path),
            PageLink("Features", path + "/items"),
        ]
        page.blocks = [
            .facts(
                PageFacts(
                    "What is known",
                    sheet.rows.map { row in
                        PageFact(
                            sheet.columns[0].text(of: row[0]),
                            row[1] == .null ? .unknown : .text(sheet.columns[1].text(of: row[1])))
                    }))
        ]
        if case .areas = asked.collection {
            page.blocks.append(
                .links(PageLinks("More", [(PageLink("Everything about this area", "/areas/\(feature.id)"), nil)])))
        }
        page.notes = list.notes.map(\.text)
        page.sources = [list.attribution]
        return exchange.html(page)
    }

    /// The condition that only the feature meets.
    private func identity(_ collection: CollectionID) -> FilterExpression? {
        func equal(_ name: String, _ value: some StringProtocol) -> FilterExpression {
            FilterExpression(
                .operation(.equal, [FilterExpression(.property(name)), FilterExpression(.text(String(value)))]))
        }
        switch collection {
        case .areas: return equal("area_code", id)
        case .initiatives: return equal("initiative_id", id)
        case .estimates:
            let parts = id.split(separator: "/")
            guard parts.count == 3 else { return nil }
            return FilterExpression(
                .operation(
                    .and, [equal("indicator", parts[0]), equal("edition", parts[1]), equal("area_code", parts[2])]))
        }
    }

    private func notFound(_ collection: CollectionID) -> Problem {
        Problem(
            status: 404, code: "not-found", detail: "\(collection.name) have no feature \"\(id.prefix(100))\".",
            remedy: "See /collections/\(collection.name)/items for those that there are.")
    }
}
