package import GeographyModel
import HTTPTypes
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
package import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle
package import SpatialStore
import UnixSignals

/// A site on the network, until it is told to stop; what is being answered then is answered.
package struct HTTPService: Sendable {
    private let desk: FrontDesk
    private let open: @Sendable (SpatialStore.Access) throws -> SpatialStore

    /// How long answers that are under way may take once the service is told to stop.
    private static let farewell = Duration.seconds(10)
    /// How many connections there are at once; more wait to be accepted.
    private static let connections = 4_096

    /// Makes a service on an open store.
    ///
    /// - Parameters:
    ///   - settings: What the operator decides.
    ///   - open: Opens the store, now and at every SIGHUP; for writing too where settings allow that.
    ///   - logger: Where events go.
    ///   - startedAt: When the process started, in seconds since 1970.
    ///   - today: The day on which initiatives count as active.
    ///   - now: The instant of a change, ISO 8601 in UTC.
    /// - Throws: What `open` throws.
    package init(
        _ settings: ServiceSettings, logger: Logger, startedAt: Double, today: @escaping @Sendable () -> CalendarDay,
        now: @escaping @Sendable () -> String, open: @escaping @Sendable (SpatialStore.Access) throws -> SpatialStore
    ) throws {
        let writable = settings.allowsWrites ? try open(.readWrite) : nil
        let site = try Site(
            store: try open(.readOnly), writable: writable, settings: SiteSettings(settings), today: today, now: now)
        let metrics = ServiceMetrics(routes: site.routeTemplates, startedAt: startedAt, version: ProgramVersion.text)
        desk = FrontDesk(site, settings, metrics: metrics, logger: logger)
        self.open = open
    }

    /// Serves until SIGTERM or SIGINT.
    ///
    /// - Parameter started: Is told once the port is open.
    /// - Throws: What the network throws, such as for a port that is taken.
    package func run(started: @escaping @Sendable () async -> Void) async throws {
        let (desk, settings) = (desk, desk.settings)
        let application = Application(
            responder: CallbackResponder<PeerContext> { request, context in
                await Self.response(to: request, context, from: desk)
            },
            server: try Self.server(desk),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port), serverName: nil, backlog: 1_024,
                availableConnectionsDelegate: MaximumAvailableConnections(Self.connections)),
            onServerRunning: { _ in await started() }, logger: desk.logger)
        let group = ServiceGroup(
            configuration: {
                var configuration = ServiceGroupConfiguration(
                    services: [
                        .init(service: application),
                        .init(service: StoreReopening(site: desk.site, logger: desk.logger, open: open)),
                    ], gracefulShutdownSignals: [.sigterm, .sigint], logger: desk.logger)
                configuration.maximumGracefulShutdownDuration = Self.farewell
                return configuration
            }())
        try await group.run()
    }

    private static func server(_ desk: FrontDesk) throws -> HTTPServerBuilder {
        let plain = HTTPServerBuilder.http1(
            configuration: .init(
                additionalChannelHandlers: [PipelineSetup(desk, patience: ConnectionRules.Patience())],
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: RequestHeadRules.limits.fields,
                    maxHeaderListSize: RequestHeadRules.limits.fields, maxHeaderFieldCount: 128)))
        guard let certificate = desk.settings.tlsCertificate, let key = desk.settings.tlsKey else { return plain }
        do {
            let chain = try NIOSSLCertificate.fromPEMFile(certificate).map { NIOSSLCertificateSource.certificate($0) }
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain, privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem)))
            configuration.minimumTLSVersion = .tlsv12
            return try .tls(plain, tlsConfiguration: configuration)
        } catch {
            throw GeodataError(
                .inputMalformed, "The certificate \(certificate) and the key \(key) cannot be used: \(error).",
                remedy: "Give PEM files, the service's own certificate first, with the key that belongs to it.",
                cause: error)
        }
    }

    private static func response(to request: Request, _ context: PeerContext, from desk: FrontDesk) async -> Response {
        var headers = FrontDesk.joined(request.headers.lazy.map { ($0.name.canonicalName, $0.value) })
        if let authority = request.head.authority { headers["host"] = authority }
        let answer = await desk.answer(
            desk.receive(
                request.method.rawValue, request.uri.string, headers: headers, peer: context.peer,
                body: RequestBody(request.body),
                isAbandoned: { [channel = context.channel] in desk.departures.includes(channel) }))
        var fields = HTTPFields()
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        let isBodiless = request.method == .head || [204, 304].contains(answer.status)
        return Response(
            status: .init(code: answer.status), headers: fields,
            body: isBodiless ? ResponseBody() : responseBody(answer.body))
    }

    private static func responseBody(_ body: ServerResponse.Body) -> ResponseBody {
        switch body {
        case .bytes(let bytes): ResponseBody(byteBuffer: bytes)
        case .file(let file):
            ResponseBody { writer in
                try await file.forEachPiece { try await writer.write($0) }
                try await writer.finish(nil)
            }
        }
    }
}

/// What the server framework hands on of a connection.
private struct PeerContext: InitializableFromSource, RequestContext {
    typealias Source = ApplicationRequestContextSource
    var coreContext: CoreRequestContextStorage
    /// The address at the other end.
    let peer: String?
    /// The connection.
    let channel: any Channel

    init(source: Source) {
        coreContext = .init(source: source)
        channel = source.channel
        peer = channel.remoteAddress?.ipAddress
    }
}
