package import GeographyModel
import HealthLiteracy
import QueryEngine
package import SpatialStore

/// Everything that can be asked over HTTP, without the network: a request in, a response out.
///
/// Each answer is of one state of the store and bears it in its `ETag`, so that a client that asks again is told at once
/// whether anything has changed.
///
/// ```swift
/// let site = Site(store: store, today: { day })
/// let response = await site.respond(to: try ServerRequest(method: "GET", target: "/collections"))
/// ```
package struct Site: Sendable {
    private let store: SpatialStore
    private let today: @Sendable () -> CalendarDay
    /// The address under which clients reach the site, without a slash at its end.
    let address: String

    /// Makes a site.
    ///
    /// - Parameters:
    ///   - store: Where answers come from, opened for reading.
    ///   - address: The address under which clients reach it, such as `https://example.org/hlgeo`.
    ///   - today: The day on which initiatives count as active, asked anew for each request.
    package init(store: SpatialStore, address: String, today: @escaping @Sendable () -> CalendarDay) {
        self.store = store
        self.address = address.hasSuffix("/") ? String(address.dropLast()) : address
        self.today = today
    }

    /// Answers a request; every failure is a response too.
    package func respond(to request: ServerRequest) async -> ServerResponse {
        do {
            guard ["GET", "HEAD"].contains(request.method) else {
                var refusal = Problem(
                    status: 405, code: "invalid-request", detail: "\(request.method) is not allowed here.",
                    remedy: "Use GET or HEAD."
                ).response
                refusal.headers.append(("Allow", "GET, HEAD"))
                return refusal
            }
            return try await answer(request)
        } catch {
            return Problem(error).response
        }
    }

    private func answer(_ request: ServerRequest) async throws -> ServerResponse {
        if request.path == ["health", "live"] { return ServerResponse(headers: [("Cache-Control", "no-store")]) }
        let day = today()
        let service = HealthLiteracyService(store: store, today: day)
        let state = try await service.state()
        let tag = EntityTag(request, revision: state.revision, changedAt: state.changedAt, day: day)
        if tag.isKnown(to: request) {
            return ServerResponse(status: 304, headers: tag.headers)
        }
        let exchange = Exchange(request: request, service: service, address: address, changedAt: state.changedAt)
        var response = try await route(request.path).respond(exchange)
        response.headers += tag.headers
        return response
    }

    /// The resource at a path.
    ///
    /// - Throws: ``Problem`` 404.
    private func route(_ path: [String]) throws -> any Resource {
        switch (path.count, path.first) {
        case (0, _): return LandingPage()
        case (1, "conformance"): return Conformance()
        case (1, "api"): return OpenAPIDocument()
        case (2, "health") where path[1] == "ready": return Readiness()
        case (1, "collections"): return CollectionsDocument()
        case (2, "collections"): return CollectionDocument(name: path[1])
        case (3, "collections") where path[2] == "queryables":
            return PropertiesDocument(name: path[1], isQueryables: true)
        case (3, "collections") where path[2] == "schema":
            return PropertiesDocument(name: path[1], isQueryables: false)
        case (3, "collections") where path[2] == "items": return ItemsPage(name: path[1])
        case (4..., "collections") where path[2] == "items":
            return SingleItem(name: path[1], id: path[3...].joined(separator: "/"))
        default:
            throw Problem(
                status: 404, code: "not-found", detail: "There is nothing at /\(path.joined(separator: "/")).",
                remedy: "Begin at the landing page, /.")
        }
    }
}

/// One thing that has an address.
protocol Resource {
    /// Answers a request for it.
    func respond(_ exchange: Exchange) async throws -> ServerResponse
}

/// A request with what is needed to answer it.
struct Exchange: Sendable {
    let request: ServerRequest
    let service: HealthLiteracyService
    /// The address of the site.
    let address: String
    /// When the state of the store that answers was made.
    let changedAt: String

    /// The collection of a name that the store has.
    ///
    /// - Throws: ``Problem`` 404.
    func collection(_ name: String) async throws -> CollectionID {
        let all = try await service.collections()
        guard let found = all.first(where: { $0.name == name }) else {
            throw Problem(
                status: 404, code: "not-found", detail: "There is no collection \"\(name)\".",
                remedy: "There are: \(all.map(\.name).joined(separator: ", ")).")
        }
        return found
    }

    /// The parameters, of which a resource that has none but the format reads no other.
    ///
    /// - Throws: ``Problem`` 400 for any other parameter, or a format that is not JSON.
    func requireOnlyFormat() throws {
        var parameters = try QueryParameters(request)
        if let format = parameters.take("f"), format != "json" {
            throw QueryParameters.invalid("f", format, remedy: "Use json.")
        }
        try parameters.requireNoneLeft(known: ["f"])
    }
}
