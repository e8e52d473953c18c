/// Everything that an operator decides about the service, with what holds where nothing is said.
package struct ServiceSettings: Sendable, Equatable {
    /// The name or number of the interface to listen on.
    package var host = "127.0.0.1"
    /// The port to listen on.
    package var port = 8_080
    /// The address under which clients reach the service, such as `https://example.org/hlgeo`; `nil` leaves it to the
    /// request.
    package var publicURL: String?
    /// The file with the certificates, the service's own first (PEM).
    package var tlsCertificate: String?
    /// The file with the private key (PEM).
    package var tlsKey: String?
    /// Whether those who have a token may change initiatives.
    package var allowsWrites = false
    /// Which pages of other origins may read the answers.
    package var crossOrigin = CrossOrigin.off
    /// Requests a second and client in the long run; 0 for no limit.
    package var rate = 0.0
    /// Requests at once of one client.
    package var burst = 20
    /// The proxies whose word on the client counts.
    package var trustedProxies: [AddressRange] = []
    /// How many expensive requests are worked on at once.
    package var maximumConcurrent = 8
    /// How long an answer may take, in seconds.
    package var requestTimeout = 30
    /// How many bytes the body of a request may have.
    package var maximumBody = 67_108_864
    /// How much memory answers may take that are kept, in MiB; 0 keeps none.
    package var cacheSize = 24
    /// How the lines of the log look.
    package var logForm = ServiceLogHandler.Form.text
    /// The least important level that is logged.
    package var logLevel = "notice"

    /// Makes settings with what holds where nothing is said.
    package init() {}

    /// Whether the service itself speaks TLS.
    package var hasTLS: Bool { tlsCertificate != nil }
}
