import NIOHTTP1

/// What the head of a request must be like before anybody looks at what it asks.
enum RequestHeadRules {
    /// How long a target may be, in bytes, and how much all header fields together.
    static let limits = (target: 16_384, fields: 32_768)

    /// A target as servers are asked: without the scheme and host that a client may write before it (RFC 9112 §3.2.2).
    static func originForm(_ target: String) -> String {
        guard !target.hasPrefix("/"), let mark = target.firstRange(of: "://") else { return target }
        let path = target[mark.upperBound...].drop { $0 != "/" && $0 != "?" }
        return path.hasPrefix("/") ? String(path) : "/" + path
    }

    /// Why a head is refused; `nil` where it is not.
    static func refusal(of head: HTTPRequestHead) -> Problem? {
        let hosts = head.headers["Host"]
        if hosts.count > 1 || (hosts.isEmpty && head.version == .http1_1) {
            return Problem(
                status: 400, code: "invalid-request", detail: "A request names its host once.",
                remedy: "Send one Host field.")
        }
        if let host = hosts.first, !host.isEmpty, ForwardedValue.host(host) == nil {
            return Problem(
                status: 400, code: "invalid-request", detail: "The Host field is no name with a port.",
                remedy: "Send Host: example.org or Host: example.org:8080.")
        }
        if head.uri.utf8.count > limits.target {
            return Problem(
                status: 414, code: "invalid-request", detail: "The address has more than \(limits.target) bytes.",
                remedy: "Shorten the filter, or use the command line.")
        }
        if head.headers.contains(name: "Transfer-Encoding"), head.headers.contains(name: "Content-Length") {
            return Problem(
                status: 400, code: "invalid-request", detail: "The length of the body is stated in two ways.",
                remedy: "Send either Content-Length or Transfer-Encoding.")
        }
        return nil
    }

    /// What a client is told whose request cannot be read.
    static func refusal(of error: HTTPParserError) -> Problem {
        switch error {
        case .headerOverflow:
            Problem(
                status: 431, code: "invalid-request", detail: "The head of the request is too long.",
                remedy: "Send fewer or shorter header fields.")
        case .invalidMethod:
            Problem(
                status: 501, code: "invalid-request", detail: "The method is not known.",
                remedy: "Use GET, HEAD or OPTIONS; POST where the service's description says so.")
        default:
            Problem(
                status: 400, code: "invalid-request", detail: "The request is not well-formed HTTP/1.1.",
                remedy: "Percent-encode the address, and send fields as RFC 9112 has them.")
        }
    }
}
