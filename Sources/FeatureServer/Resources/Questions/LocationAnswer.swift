import GeographyModel
import HealthLiteracy
import QueryEngine
import SpatialStore

/// The area that one point lies in, as `hlgeo locate` tells it.
struct LocationAnswer: Resource {
    private static let ofThePoint = ["lon", "lat"]

    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        let (asked, query) = try asked(exchange)
        guard let position = asked else { return exchange.html(empty(exchange.request)) }
        let code = try await exchange.service.code(
            at: position, of: query.areaType, revision: exchange.state.revision)
        guard exchange.format != .html else {
            return page(try await exchange.service.located(position, in: code, query), position, exchange)
        }
        // What is said of a point follows from its area: all points of an area have the same answer.
        return try await exchange.remembered("locate \(code)", besides: Self.ofThePoint) {
            exchange.listing(try await exchange.service.located(position, in: code, query).listing) { _ in }
        }
    }

    func respondAtOnce(_ exchange: Exchange) throws -> ServerResponse? {
        let (asked, query) = try asked(exchange)
        guard let position = asked,
            let code = try exchange.service.codeInMemory(
                at: position, of: query.areaType, revision: exchange.state.revision)
        else { return nil }
        return exchange.remembered("locate \(code)", besides: Self.ofThePoint)
    }

    /// Which point, and what is asked of it; no point where a page shall ask for one.
    private func asked(_ exchange: Exchange) throws -> (Position?, LocateQuery) {
        var parameters = try exchange.parameters()
        let longitude = try parameters.takeDegrees("lon", upTo: 180)
        let latitude = try parameters.takeDegrees("lat", upTo: 90)
        let query = try LocationParameters.query(&parameters)
        if longitude == nil, latitude == nil, exchange.format == .html { return (nil, query) }
        guard let longitude, let latitude else {
            throw Problem(
                status: 400, code: "invalid-request", detail: "A point needs both lon and lat.",
                remedy: "Ask for /locate?lon=-0.03&lat=51.53, or send many points by POST.")
        }
        return (Position(longitude: longitude, latitude: latitude), query)
    }

    private func page(_ found: FeatureList, _ position: Position, _ exchange: Exchange) -> ServerResponse {
        exchange.listing(found.sheet) { page in
            page.lead = "The place at \(position.longitude) \(position.latitude)."
            page.sources = [found.attribution]
            page.blocks.insert(.form(form(exchange.request)), at: 0)
            if let area = found.page.features.first {
                page.blocks.append(
                    .links(PageLinks("More", [(PageLink("Everything about this area", "/areas/\(area.id)"), nil)])))
            }
        }
    }

    private func empty(_ request: ServerRequest) -> Page {
        var page = Page(title: "Find a place", target: "/locate")
        page.lead = "Tells which area a point lies in, with its figure."
        page.blocks = [.form(form(request))]
        return page
    }

    private func form(_ request: ServerRequest) -> PageForm {
        let given = Dictionary(request.query, uniquingKeysWith: { first, _ in first })
        return PageForm(
            "Where", action: "/locate",
            fields: [
                .init(
                    "Longitude", name: "lon", value: given["lon"],
                    hint: "In degrees, west of Greenwich is negative: -0.03.",
                    isRequired: true),
                .init("Latitude", name: "lat", value: given["lat"], hint: "In degrees: 51.53.", isRequired: true),
                .init(
                    "Level", name: "level",
                    kind: .select([
                        ("district", "District"), ("county", "County"), ("icb", "Integrated care board"),
                        ("region", "Region"),
                    ]), value: given["level"]),
            ], submit: "Find")
    }
}
