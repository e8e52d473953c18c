import GeographyModel
import Logging
import NIOCore
import NIOHTTP1

/// What is done with every request whatever it asks: who asks and how often, how it is marked and counted, and under
/// which address the site is reached.
final class FrontDesk: Sendable {
    /// An answer that is ready to be sent.
    struct Answer {
        var status: Int
        var headers: HTTPHeaders
        var body: ByteBuffer
    }

    let site: Site
    let settings: ServiceSettings
    let metrics: ServiceMetrics
    let logger: Logger
    let rate: RateLimit?
    let turns: RequestTurns
    let departures = Departures()
    let pageFields: HTTPHeaders
    let dataFields: HTTPHeaders
    private let logsRequests: Bool

    init(_ site: Site, _ settings: ServiceSettings, metrics: ServiceMetrics, logger: Logger) {
        self.site = site
        turns = RequestTurns(site)
        self.settings = settings
        self.metrics = metrics
        self.logger = logger
        rate = settings.rate > 0 ? RateLimit(perSecond: settings.rate, burst: settings.burst) : nil
        let security = SecurityHeaders(hasTLS: settings.hasTLS, isShared: settings.crossOrigin != .off)
        pageFields = HTTPHeaders(security.fields(for: .page).map { ($0.name, $0.value) })
        dataFields = HTTPHeaders(security.fields(for: .data).map { ($0.name, $0.value) })
        logsRequests = logger.logLevel <= .info
    }

    /// The answer to a request that was asked before; `nil` where it has to be made.
    func keptAnswer(_ head: HTTPRequestHead, peer: String?, in era: Era) -> Answer? {
        guard head.method == .GET || head.method == .HEAD, !logsRequests else { return nil }
        let start = ContinuousClock.now
        let client = settings.trustedProxies.isEmpty ? nil : client(head.headers, peer)
        let address = address(host: head.headers.first(name: "Host"), client)
        guard
            let kept = site.keptAnswer(
                target: head.uri, accept: head.headers.first(name: "Accept"), address: address, in: era)
        else { return nil }
        if rate != nil, verdict(of: client?.address ?? peer.flatMap { IPAddress($0) }) != nil { return nil }
        let response = kept.response(
            acceptEncoding: head.headers.first(name: "Accept-Encoding"),
            ifNoneMatch: head.headers.first(name: "If-None-Match"))
        metrics.begin()
        let answer = answer(response, origin: head.headers.first(name: "Origin"))
        metrics.count(.hit)
        metrics.record(
            route: kept.route, method: head.method.rawValue, status: answer.status, latency: .now - start,
            bytes: head.method == .HEAD ? 0 : answer.body.readableBytes)
        return answer
    }
}
