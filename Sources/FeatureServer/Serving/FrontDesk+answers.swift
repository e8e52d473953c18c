import GeographyModel
import Logging
import NIOCore
import NIOHTTP1

extension FrontDesk {
    /// A request that has come in, with what is said of it when it is answered.
    struct Received: Sendable {
        let method: String
        let target: String
        let id: String
        let start: ContinuousClock.Instant
        let origin: String?
        let doubt: String?
        /// The request as the site takes it, or why it is not let in.
        let request: Result<ServerRequest, Problem>
    }

    /// Takes in a request that no kept answer was found for.
    ///
    /// - Parameters:
    ///   - method: The method in upper case.
    ///   - target: What is asked for, as it stands in the request.
    ///   - headers: The header fields by their names in lower case.
    ///   - peer: The address at the other end of the connection.
    ///   - body: What the client sends along.
    func receive(
        _ method: String, _ target: String, headers: [String: String], peer: String?, body: RequestBody = .none,
        isAbandoned: @escaping @Sendable () -> Bool = { false }
    ) -> Received {
        metrics.begin()
        let start = ContinuousClock.now
        let client = ForwardedClient(peer: peer, headers: headers, trusted: settings.trustedProxies)
        let id = RequestID.choose(incoming: headers["x-request-id"], isTrusted: client.isThroughProxy)
        let request = Result { () throws(Problem) in
            // Whoever watches over the service is not turned away.
            if !target.hasPrefix("/health/"), let seconds = verdict(of: client.address) {
                throw Problem.tooOften(seconds)
            }
            var request = try ServerRequest(method: method, target: target, headers: headers)
            request.address = address(host: headers["host"], client)
            request.id = id
            request.body = body
            request.isAbandoned = isAbandoned
            return request
        }
        return Received(
            method: method, target: target, id: id, start: start, origin: headers["origin"], doubt: client.doubt,
            request: request)
    }

    /// Takes in a request that has no body.
    func receive(_ head: HTTPRequestHead, peer: String?) -> Received {
        receive(
            head.method.rawValue, head.uri, headers: Self.joined(head.headers.lazy.map { ($0.name, $0.value) }),
            peer: peer)
    }

    /// Answers a request.
    func answer(_ received: Received) async -> ServerResponse {
        switch received.request {
        case .success(let request):
            do { return finish(try await respond(to: request), of: received) } catch {
                return finish(Problem(error).response, of: received)
            }
        case .failure(let problem): return finish(problem.response, of: received)
        }
    }

    /// Answers a request from memory alone, while the network waits; `nil` where that cannot be.
    func answerAtOnce(_ received: Received, in era: Era) -> Answer? {
        guard case .success(let request) = received.request, let response = site.answerAtOnce(request, in: era) else {
            return nil
        }
        return Self.sendable(finish(response, of: received))
    }

    /// What is sent of an answer whose body is held in memory.
    static func sendable(_ response: ServerResponse) -> Answer {
        guard case .bytes(let body) = response.body else {
            return Answer(status: 500, headers: HTTPHeaders(), body: ByteBuffer())
        }
        return Answer(
            status: response.status, headers: HTTPHeaders(response.headers.map { ($0.name, $0.value) }), body: body)
    }

    private func respond(to request: ServerRequest) async throws -> ServerResponse {
        if CrossOrigin.isPreflight(method: request.method, headers: request.headers) {
            return ServerResponse(
                status: 204,
                headers: settings.crossOrigin.preflightHeaders(
                    origin: request.headers["origin"], methods: site.methods(at: request.path)))
        }
        if request.path == Site.metricsPath, ["GET", "HEAD"].contains(request.method) {
            try QueryParameters(request).requireKnown([])
            let (bytes, evictions) = site.answers.size
            metrics.cacheHolds(bytes: bytes)
            metrics.cacheForgot(evictions)
            metrics.serves(revision: site.revision ?? 0)
            return ServerResponse(
                headers: [("Content-Type", ServiceMetrics.mediaType), ("Cache-Control", "no-store")],
                bytes: Array(metrics.text().utf8), route: site.metricsPlace)
        }
        return await site.respond(to: request)
    }

    /// Adds what every answer has, counts and logs it.
    private func finish(_ response: ServerResponse, of received: Received) -> ServerResponse {
        if received.doubt != nil {
            logger.warning("forwarded fields were not believed", metadata: ["request": .string(received.id)])
        }
        var response = response
        let fields = answer(response, origin: received.origin).headers
        response.headers = fields.map { ($0.name, $0.value) } + [("X-Request-Id", received.id)]
        switch response.status {
        case 429: metrics.count(.rate)
        case 503: metrics.count(.busy)
        case 413, 414, 431: metrics.count(.tooLarge)
        default: metrics.count(.miss)
        }
        let route = response.route ?? site.otherPlace
        let latency = ContinuousClock.now - received.start
        let size = received.method == "HEAD" ? 0 : response.size
        metrics.record(route: route, method: received.method, status: response.status, latency: latency, bytes: size)
        AnsweredRequest(
            id: received.id, method: received.method, route: site.routeTemplates[route], path: received.target,
            status: response.status, latency: latency, bytes: size
        ).log(to: logger)
        return response
    }

    /// Adds the fields that every answer has.
    func answer(_ response: ServerResponse, origin: String?) -> Answer {
        let isPage = response.header("Content-Type")?.hasPrefix("text/html") ?? false
        var headers = isPage ? pageFields : dataFields
        // The client takes the fields of a 304 for its own copy, so they are those of the copy but for its type.
        for (name, value) in response.headers where response.status != 304 || name != "Content-Type" {
            headers.add(name: name, value: value)
        }
        for (name, value) in settings.crossOrigin.headers(origin: origin) { headers.add(name: name, value: value) }
        guard case .bytes(let body) = response.body else {
            return Answer(status: response.status, headers: headers, body: ByteBuffer())
        }
        if response.status != 304, response.status != 204 {
            headers.add(name: "Content-Length", value: "\(body.readableBytes)")
        }
        return Answer(status: response.status, headers: headers, body: body)
    }

    /// In how many seconds a client that asks too often may ask again; `nil` where it may now.
    func verdict(of client: IPAddress?) -> Int? {
        guard let rate, case .refused(let seconds) = rate.admit(client, at: .now) else { return nil }
        return seconds
    }

    /// Who asks, where proxies stand in between.
    func client(_ headers: HTTPHeaders, _ peer: String?) -> ForwardedClient {
        ForwardedClient(
            peer: peer, headers: Self.joined(headers.lazy.map { ($0.name, $0.value) }),
            trusted: settings.trustedProxies)
    }

    /// Header fields by their names in lower case, repeated ones joined with a comma (RFC 9110 §5.3).
    static func joined(_ fields: some Sequence<(String, String)>) -> [String: String] {
        var joined: [String: String] = [:]
        for (name, value) in fields {
            let name = name.lowercased()
            joined[name] = joined[name].map { "\($0), \(value)" } ?? value
        }
        return joined
    }

    /// The address under which the client reaches the site: the operator's word, else the proxy's, else the request's.
    func address(host: String?, _ client: ForwardedClient?) -> String? {
        if settings.publicURL != nil { return nil }
        guard let host = client?.host ?? host, !host.isEmpty else { return nil }
        return (client?.scheme ?? (settings.hasTLS ? "https" : "http")) + "://" + host + (client?.prefix ?? "")
    }
}

extension Problem {
    fileprivate static func tooOften(_ seconds: Int) -> Problem {
        Problem(
            status: 429, code: "too-many-requests", detail: "This client asks more often than the service allows.",
            remedy: "Ask again in \(seconds) s.", headers: [("Retry-After", "\(seconds)")])
    }
}
