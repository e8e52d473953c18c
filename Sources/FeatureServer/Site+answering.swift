import GeographyModel
import HealthLiteracy
import NIOCore
import SpatialStore
import Synchronization

extension Site {
    /// An answer of one state of the store; `nil` where the state changed while it was made.
    func answer(
        _ request: ServerRequest, at place: Int, _ resource: any Resource, _ format: ResponseFormat
    ) async throws -> ServerResponse? {
        let route = routes.routes[place]
        let moment = try moment()
        let exchange = exchange(
            request, route, format, moment, holdings: try await holdings(of: moment.era.state, moment.service))
        let (gate, isQuick) = gates.gate(for: request, route)
        let chosen = isQuick ? threads : costlyThreads
        let response = try await gate.run {
            try await withTaskExecutorPreference(chosen) { try await resource.respond(exchange) }
        }
        guard Self.isKept(response, route) else { return response }
        return try moment.watch.state() == moment.era.state ? kept(response, exchange, at: place, moment.era) : nil
    }

    /// Answers what can be answered from memory alone; `nil` for everything else, and for what fails.
    ///
    /// - Parameter era: The time that the answer must be of; see ``era()``.
    func answerAtOnce(_ request: ServerRequest, in era: Era) -> ServerResponse? {
        guard request.method == "GET" || request.method == "HEAD",
            let (place, names) = try? routes.route(request.method, request.path)
        else { return nil }
        let route = routes.routes[place]
        guard let moment = try? moment(in: era), let format = try? ResponseFormat.chosen(route.formats, by: request),
            let known = holdings.withLock({ $0 }), known.state == era.state
        else { return nil }
        let exchange = exchange(request, route, format, moment, holdings: known.holdings)
        // What is in memory is of the very state that was looked at.
        guard let response = try? route.resource(names).respondAtOnce(exchange) else { return nil }
        return kept(response, exchange, at: place, era)
    }

    /// What a request finds when it comes.
    private struct Moment {
        let service: HealthLiteracyService
        let watch: StateWatch
        let writable: SpatialStore?
        let era: Era
    }

    /// - Parameter era: The time, where it has been looked up already.
    private func moment(in era: Era? = nil) throws -> Moment {
        let (store, watch, writable) = opened.withLock { ($0.store, $0.watch, $0.writable) }
        let era = try era ?? Era(state: try watch.state(), day: today())
        return Moment(
            service: HealthLiteracyService(store: store, today: era.day), watch: watch, writable: writable, era: era)
    }

    private func exchange(
        _ request: ServerRequest, _ route: Route, _ format: ResponseFormat, _ moment: Moment, holdings: SiteHoldings
    ) -> Exchange {
        let address = request.address ?? settings.address
        return Exchange(
            request: request, route: route, format: format, service: moment.service, holdings: holdings,
            address: address, state: moment.era.state, encoded: encoded, shared: shared, era: moment.era,
            pages: PageRenderer(pages, address: address),
            writing: moment.writable.map { (HealthLiteracyService(store: $0, today: moment.era.day), now()) },
            settings: settings)
    }

    /// Whether an answer can be kept: what is of the moment says so itself.
    private static func isKept(_ response: ServerResponse, _ route: Route) -> Bool {
        route.method == "GET" && response.header("Cache-Control") == nil
    }

    /// Says how an answer may be kept by others, keeps it here, and gives it as the request wants it.
    private func kept(_ response: ServerResponse, _ exchange: Exchange, at place: Int, _ era: Era) -> ServerResponse {
        let request = exchange.request
        var response = response
        response.route = place
        response.headers += [
            // Whoever keeps the answer asks whether it is still right before using it again.
            ("Cache-Control", "public, max-age=0, must-revalidate"), ("Vary", "Accept, Accept-Encoding"),
        ]
        guard response.status == 200, case .bytes(let body) = response.body else { return response }
        let kept = KeptAnswer(
            tag: EntityTag.make(
                request, exchange.format, address: exchange.address, era: era, feature: response.featureTag),
            headers: response.headers, body: body, route: place)
        answers.keep(
            kept, for: AnswerKey(request, address: exchange.address), in: era,
            cost: kept.cost + request.target.utf8.count)
        return kept.response(
            acceptEncoding: request.headers["accept-encoding"], ifNoneMatch: request.headers["if-none-match"])
    }
}

extension AnswerKey {
    init(_ request: ServerRequest, address: String) {
        self.init(target: request.target, accept: request.headers["accept"], address: address)
    }
}
