import FeatureServer

extension ServeSetting {
    private static let standard = ServiceSettings()

    /// All settings, in the order of the help.
    static let all = [
        host, port, publicURL, tlsCertificate, tlsKey, trustedProxy, allowWrites, cors, rate, burst, maximumConcurrent,
        requestTimeout, maximumBody, cacheSize, logFormat, logLevel,
    ]

    static let host = ServeSetting(
        name: "host", kind: .text, placeholder: "HOST", fallback: standard.host, help: "The interface to listen on.")
    static let port = ServeSetting(
        name: "port", kind: .integer(1...65_535), placeholder: "PORT", fallback: "\(standard.port)",
        help: "The port to listen on.")
    static let publicURL = ServeSetting(
        name: "public-url", kind: .text, placeholder: "URL", fallback: "as the client asks",
        help: "The address under which clients reach the service, such as https://example.org/hlgeo.")
    static let tlsCertificate = ServeSetting(
        name: "tls-cert", kind: .text, placeholder: "FILE", fallback: "no TLS",
        help: "The certificates for TLS, the service's own first (PEM).")
    static let tlsKey = ServeSetting(
        name: "tls-key", kind: .text, placeholder: "FILE", fallback: "no TLS", help: "The private key for TLS (PEM).")
    static let trustedProxy = ServeSetting(
        name: "trusted-proxy", kind: .list, placeholder: "CIDR", fallback: "none",
        help: "Proxies whose Forwarded and X-Forwarded fields are believed, such as 127.0.0.1 or 10.0.0.0/8.")
    static let allowWrites = ServeSetting(
        name: "allow-writes", kind: .flag, placeholder: "", fallback: "false",
        help: "Let those who have a token change initiatives.")
    static let cors = ServeSetting(
        name: "cors", kind: .list, placeholder: "ORIGIN", fallback: "none",
        help: "Origins whose pages may read the answers, such as https://example.org, or * for all.")
    static let rate = ServeSetting(
        name: "rate", kind: .number(0...100_000), placeholder: "N", fallback: "0",
        help: "Requests a second that one client may make in the long run; 0 sets no limit.")
    static let burst = ServeSetting(
        name: "burst", kind: .integer(1...1_000_000), placeholder: "N", fallback: "\(standard.burst)",
        help: "Requests that one client may make at once, where there is a rate.")
    static let maximumConcurrent = ServeSetting(
        name: "max-concurrent", kind: .integer(1...1_024), placeholder: "N",
        fallback: "\(standard.maximumConcurrent)", help: "Expensive requests that are worked on at once.")
    static let requestTimeout = ServeSetting(
        name: "request-timeout", kind: .integer(1...3_600), placeholder: "SECONDS",
        fallback: "\(standard.requestTimeout)", help: "How long an answer may take.")
    static let maximumBody = ServeSetting(
        name: "max-body", kind: .integer(1_024...1_073_741_824), placeholder: "BYTES",
        fallback: "\(standard.maximumBody)", help: "How large the body of a request may be.")
    static let cacheSize = ServeSetting(
        name: "cache-size", kind: .integer(0...65_536), placeholder: "MIB", fallback: "\(standard.cacheSize)",
        help: "Memory for answers that are kept, in MiB; 0 keeps none.")
    static let logFormat = ServeSetting(
        name: "log-format", kind: .choice(ServiceLogHandler.Form.allCases.map(\.rawValue)), placeholder: "FORMAT",
        fallback: standard.logForm.rawValue, help: "How the lines of the log look: text or json.")
    static let logLevel = ServeSetting(
        name: "log-level", kind: .choice(["trace", "debug", "info", "notice", "warning", "error", "critical"]),
        placeholder: "LEVEL", fallback: standard.logLevel, help: "The least important level that is logged.")

    /// Where all the others can stand too; not among them, since a file does not name itself.
    static let config = ServeSetting(
        name: "config", kind: .text, placeholder: "FILE", fallback: "none",
        help: "A JSON file with settings, named as the flags are without their dashes.")

    /// All settings as a table in Markdown, for the documentation.
    static var markdown: String {
        let rows = (all + [config]).map { setting in
            let key = setting.name == config.name ? "–" : "`\(setting.name)`"
            let value = setting.placeholder.isEmpty ? "" : " \(setting.placeholder)\(setting.isList ? "…" : "")"
            return
                "| `\(setting.flag)\(value)` | `\(setting.variable)` | \(key) | \(setting.fallback) | \(setting.help) |"
        }
        return (["| flag | variable | key | default | meaning |", "|---|---|---|---|---|"] + rows)
            .joined(separator: "\n")
    }

    private var isList: Bool {
        if case .list = kind { true } else { false }
    }
}
