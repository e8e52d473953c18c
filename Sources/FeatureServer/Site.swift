package import GeographyModel
import HealthLiteracy
package import SpatialStore
import Synchronization

/// Everything that can be asked over HTTP, without the network: a request in, a response out.
///
/// Each answer is of one state of the store and bears it in its `ETag`, so that a client that asks again is told at once
/// whether anything has changed. Answers are kept in memory for as long as that state lasts.
///
/// ```swift
/// let site = try Site(store: store, settings: SiteSettings(address: "http://127.0.0.1:8080"), today: { day })
/// let response = await site.respond(to: try ServerRequest(method: "GET", target: "/collections"))
/// ```
package final class Site: Sendable {
    /// The store with what says whether it has changed.
    struct Opened {
        let store: SpatialStore
        let watch: StateWatch
        /// The same store for changes; `nil` where nothing may be written.
        let writable: SpatialStore?
    }

    let opened: Mutex<Opened>
    let today: @Sendable () -> CalendarDay
    let now: @Sendable () -> String
    /// How the site answers.
    package let settings: SiteSettings
    let answers: EraMemory<AnswerKey, KeptAnswer>
    let encoded: EncodedFeatures
    let shared: EraMemory<String, ServerResponse>
    let pages: PageTemplates
    let routes: RouteTable
    let gates: WorkGates
    let holdings = Mutex<(state: StoreState, holdings: SiteHoldings)?>(nil)
    let threads = RequestThreads(isQuick: true)
    let costlyThreads = RequestThreads(isQuick: false)

    /// How often an answer is made again because the store changed meanwhile.
    private static let attempts = 5

    /// Makes a site.
    ///
    /// - Parameters:
    ///   - store: Where answers come from, opened for reading.
    ///   - writable: The same store opened for writing; `nil` where nothing may be written.
    ///   - settings: How it answers.
    ///   - today: The day on which initiatives count as active, asked anew for each request.
    ///   - now: The instant of a change, ISO 8601 in UTC.
    /// - Throws: ``GeodataError`` where the store cannot be watched.
    package init(
        store: SpatialStore, writable: SpatialStore? = nil, settings: SiteSettings,
        today: @escaping @Sendable () -> CalendarDay, now: @escaping @Sendable () -> String
    ) throws {
        opened = Mutex(
            Opened(store: store.readingOnCallingThread, watch: try store.watch(), writable: writable))
        self.now = now
        self.settings = settings
        self.today = today
        answers = EraMemory(capacity: settings.memory / 3 * 2)
        encoded = EncodedFeatures(capacity: settings.memory / 4)
        shared = EraMemory(capacity: settings.memory / 12)
        pages = try PageTemplates()
        routes = RouteTable(allowsWrites: writable != nil)
        routeTemplates = routes.routes.map(\.template) + ["/metrics", "/health/live, /assets", "other"]
        gates = WorkGates(running: settings.concurrency.running, waiting: settings.concurrency.waiting)
    }

    /// Answers a request; every failure is a response too.
    package func respond(to request: ServerRequest) async -> ServerResponse {
        await withTaskExecutorPreference(threads) { await response(to: request) }
    }

    private func response(to request: ServerRequest) async -> ServerResponse {
        do {
            if let plain = try plain(request) { return plain }
            let (place, names) = try routes.route(request.method, request.path)
            do {
                var response = try await answer(request, at: place, names)
                response.route = place
                return response
            } catch {
                var response = failure(error, request)
                response.route = place
                return response
            }
        } catch {
            return failure(error, request)
        }
    }

    /// The templates by which requests are counted and logged, those without a route last.
    package let routeTemplates: [String]
    /// The places among them of the counts, of what is answered without the store, and of all that has no route.
    var metricsPlace: Int { routeTemplates.count - 3 }
    private var plainPlace: Int { routeTemplates.count - 2 }
    var otherPlace: Int { routeTemplates.count - 1 }

    /// The methods that a path has; empty where there is nothing.
    func methods(at path: [String]) -> [String] {
        Self.plainPaths.contains(path) ? ["GET", "HEAD", "OPTIONS"] : routes.methods(at: path)
    }

    /// Where the counts of the service are, which whoever serves the site answers with.
    static let metricsPath = ["metrics"]
    /// What is answered without the store.
    private static let plainPaths = [
        ["health", "live"], metricsPath, Stylesheet.path.split(separator: "/").map(String.init),
    ]

    /// The revision of the store that answers; `nil` where it cannot be read.
    var revision: Int? { try? opened.withLock { $0.watch }.state().revision }

    /// Answers from another store from now on.
    ///
    /// - Throws: ``GeodataError`` where it cannot be watched; then the old one goes on answering.
    func serve(_ store: SpatialStore, writable: SpatialStore?) throws {
        let fresh = Opened(
            store: store.readingOnCallingThread, watch: try store.watch(), writable: writable)
        _ = try fresh.watch.state()
        opened.withLock { $0 = fresh }
        holdings.withLock { $0 = nil }
        answers.removeAll()
        encoded.removeAll()
        shared.removeAll()
    }

    private func answer(_ request: ServerRequest, at place: Int, _ names: [String: String]) async throws
        -> ServerResponse
    {
        let route = routes.routes[place]
        if !route.bodies.isEmpty, let coding = request.headers["content-encoding"], coding != "identity" {
            throw Problem(
                status: 415, code: "unsupported-media-type", detail: "Bodies are taken as they are, not compressed.",
                remedy: "Leave Content-Encoding out.")
        }
        var request = request
        if route.isSolving { request.body = try await request.body.collected(limit: RequestBody.smallLimit) }
        let resource = route.resource(names)
        let format = try ResponseFormat.chosen(route.formats, by: request)
        for _ in 0..<Self.attempts {
            if let answer = try await answer(request, at: place, resource, format) { return answer }
        }
        throw Problem(
            status: 503, code: "busy", detail: "The store changes faster than it can be read.",
            remedy: "Try again in 1 s.", headers: [("Retry-After", "1")])
    }

    /// A failure as the client understands it: a page for a browser, a problem document for all others.
    private func failure(_ error: any Error, _ request: ServerRequest) -> ServerResponse {
        let problem = Problem(error)
        let wantsPage =
            request.headers["accept"].flatMap {
                AcceptHeader($0).best(
                    of: ["application/problem+json", "text/html"], default: "application/problem+json")
            } == "text/html"
        return wantsPage
            ? problem.page(PageRenderer(pages, address: request.address ?? settings.address)) : problem.response
    }

    /// What can be answered without the store; `nil` for everything else.
    ///
    /// - Throws: ``Problem`` 400 and 405, as routes have them.
    private func plain(_ request: ServerRequest) throws -> ServerResponse? {
        let isPlain = Self.plainPaths.contains(request.path)
        guard isPlain || request.method == "OPTIONS" else { return nil }
        let methods = methods(at: request.path)
        if request.method == "OPTIONS", !methods.isEmpty {
            return ServerResponse(status: 204, headers: [("Allow", methods.joined(separator: ", "))])
        }
        guard isPlain else { return nil }
        guard methods.contains(request.method) else { throw Problem.notAllowed(request.method, methods) }
        try QueryParameters(request).requireKnown([])
        switch request.path {
        case Self.metricsPath: return nil
        case ["health", "live"]:
            return ServerResponse(headers: [("Cache-Control", "no-store")], bytes: [], route: plainPlace)
        default:
            return ServerResponse(
                headers: [
                    ("Content-Type", "text/css; charset=utf-8"),
                    ("Cache-Control", "public, max-age=31536000, immutable"),
                ], bytes: Stylesheet.bytes, route: plainPlace)
        }
    }

    /// What the collections are, read once for each state of the store.
    func holdings(of state: StoreState, _ service: HealthLiteracyService) async throws -> SiteHoldings {
        if let known = holdings.withLock({ $0 }), known.state == state { return known.holdings }
        let fresh = try await SiteHoldings(service)
        holdings.withLock { $0 = (state, fresh) }
        return fresh
    }

    /// The answer to a request, where it was given before and nothing has changed since.
    ///
    /// - Parameter era: The time that it must be of; see ``era()``.
    func keptAnswer(target: String, accept: String?, address: String?, in era: Era) -> KeptAnswer? {
        answers.value(for: AnswerKey(target: target, accept: accept, address: address ?? settings.address), in: era)
    }

    /// The time that answers belong to now; `nil` where the store cannot be read.
    func era() -> Era? {
        (try? opened.withLock { $0.watch }.state()).map { Era(state: $0, day: today()) }
    }
}
