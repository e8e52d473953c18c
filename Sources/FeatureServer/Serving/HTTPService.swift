package import GeographyModel
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
package import SpatialStore

/// A site on the network, until it is told to stop; what is being answered then is answered.
package struct HTTPService: Sendable {
    /// Where to listen, and under which address clients reach the site.
    package struct Settings: Sendable {
        /// The name or number of the interface.
        package var host: String
        /// The port; 0 takes a free one.
        package var port: Int
        /// The address for links; `nil` is made of host and port.
        package var publicAddress: String?

        /// Makes settings.
        package init(host: String, port: Int, publicAddress: String? = nil) {
            self.host = host
            self.port = port
            self.publicAddress = publicAddress
        }
    }

    private let settings: Settings
    private let site: Site

    /// Makes a service on an open store.
    package init(store: SpatialStore, settings: Settings, today: @escaping @Sendable () -> CalendarDay) {
        self.settings = settings
        let address = settings.publicAddress ?? "http://\(settings.host):\(settings.port)"
        site = Site(store: store, address: address, today: today)
    }

    /// Serves until SIGTERM or SIGINT.
    ///
    /// - Parameter started: Is told once the port is open.
    /// - Throws: What the network throws, such as for a port that is taken.
    package func run(started: @escaping @Sendable () async -> Void) async throws {
        var logger = Logger(label: "hlgeo")
        logger.logLevel = .warning
        let site = site
        let application = Application(
            responder: CallbackResponder<BasicRequestContext> { request, _ in
                try await Self.response(to: request, from: site)
            },
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port), serverName: "hlgeo"),
            onServerRunning: { _ in await started() }, logger: logger)
        try await application.runService()
    }

    private static func response(to request: Request, from site: Site) async throws -> Response {
        var headers: [String: String] = [:]
        for field in request.headers { headers[field.name.canonicalName] = field.value }
        let answer: ServerResponse
        do {
            answer = await site.respond(
                to: try ServerRequest(
                    method: request.method.rawValue, target: request.uri.string, headers: headers))
        } catch {
            answer = Problem(error).response
        }
        var fields = HTTPFields()
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        if request.method == .head { fields[.contentLength] = "\(answer.body.count)" }
        return Response(
            status: .init(code: answer.status), headers: fields,
            body: request.method == .head || answer.body.isEmpty
                ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
    }
}
