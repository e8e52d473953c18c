/// Which pages of other origins may read the answers (CORS, https://fetch.spec.whatwg.org/#http-cors-protocol).
///
/// Cookies and other credentials of the browser are never asked for.
package enum CrossOrigin: Sendable, Equatable {
    /// None: browsers keep the answers to pages of this service.
    case off
    /// All, as suits open data.
    case any
    /// Those listed, such as `https://example.org`.
    case origins(Set<String>)

    /// The policy for a list of origins, in which `*` stands for all; an empty list is ``off``.
    ///
    /// - Returns: `nil` where an entry is neither `*` nor a scheme with a host and no path.
    package init?(_ origins: [String]) {
        if origins.isEmpty {
            self = .off
        } else if origins.contains("*") {
            guard origins.count == 1 else { return nil }
            self = .any
        } else {
            guard origins.allSatisfy(Self.isOrigin) else { return nil }
            self = .origins(Set(origins.map { $0.lowercased() }))
        }
    }

    /// The header fields for any answer.
    ///
    /// - Parameter origin: The request's `Origin`.
    package func headers(origin: String?) -> [(name: String, value: String)] {
        let exposed = ("Access-Control-Expose-Headers", Self.exposed)
        switch self {
        case .off: return []
        case .any: return [("Access-Control-Allow-Origin", "*"), exposed]
        case .origins(let allowed):
            // Caches must keep the answers for different origins apart, also the answer to none.
            guard let origin, allowed.contains(origin) else { return [("Vary", "Origin")] }
            return [("Access-Control-Allow-Origin", origin), exposed, ("Vary", "Origin")]
        }
    }

    /// The header fields for the answer (204) to the question that browsers ask before some requests.
    ///
    /// - Parameters:
    ///   - origin: The request's `Origin`.
    ///   - methods: The methods that the address has.
    /// - Returns: Fields that allow nothing where the origin is not allowed.
    package func preflightHeaders(origin: String?, methods: [String]) -> [(name: String, value: String)] {
        let answer = headers(origin: origin).filter { $0.name != "Access-Control-Expose-Headers" }
        guard answer.contains(where: { $0.name == "Access-Control-Allow-Origin" }) else { return answer }
        return answer + [
            ("Access-Control-Allow-Methods", methods.joined(separator: ", ")),
            ("Access-Control-Allow-Headers", Self.allowed), ("Access-Control-Max-Age", "7200"),
        ]
    }

    /// Whether a request is the question that browsers ask before some requests.
    package static func isPreflight(method: String, headers: [String: String]) -> Bool {
        method == "OPTIONS" && headers["origin"] != nil && headers["access-control-request-method"] != nil
    }

    private static let exposed =
        "Content-Crs, ETag, Link, Location, OGC-NumberMatched, OGC-NumberReturned, Retry-After, X-Request-Id"
    private static let allowed =
        "Accept, Accept-Language, Authorization, Content-Crs, Content-Type, If-Match, If-None-Match, X-Request-Id"

    private static func isOrigin(_ text: String) -> Bool {
        let parts = text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 && ForwardedValue.scheme(String(parts[0])) != nil
            && ForwardedValue.host(String(parts[1])) != nil
    }
}
