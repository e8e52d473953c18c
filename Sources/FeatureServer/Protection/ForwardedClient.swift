/// Who asks, and under which address they reach the service, where proxies stand in between.
///
/// Header fields that anybody can write are believed only where the peer is a proxy that the operator trusts. The client
/// is then the right-most hop that is not itself such a proxy: whatever stands left of it, the client may have invented.
package struct ForwardedClient: Sendable, Equatable {
    /// The client's address; the peer's where nothing else is to be believed; `nil` where the peer has none.
    package private(set) var address: IPAddress?
    /// Whether the peer is a trusted proxy.
    package private(set) var isThroughProxy = false
    /// `http` or `https`, as the client used it; `nil` where no proxy says so.
    package private(set) var scheme: String?
    /// The host, with its port if any, as the client named it; `nil` where no proxy says so.
    package private(set) var host: String?
    /// The path under which the proxy offers the service, such as `/hlgeo`; `nil` for the root.
    package private(set) var prefix: String?
    /// What was not believed, for the log.
    package private(set) var doubt: String?

    /// Finds out who asks.
    ///
    /// - Parameters:
    ///   - peer: The address at the other end of the connection, without its port.
    ///   - headers: The header fields by their names in lower case, repeated ones joined with a comma.
    ///   - trusted: The proxies whose word counts.
    package init(peer: String?, headers: [String: String], trusted: [AddressRange]) {
        let peer = peer.flatMap { IPAddress($0) }
        address = peer
        guard let peer, trusted.contains(where: { $0.contains(peer) }) else { return }
        isThroughProxy = true
        guard let standard = ForwardedHop.standard(headers["forwarded"]) else {
            doubt = "Forwarded is not well-formed."
            return
        }
        let first = ForwardedHop.nearestStranger(standard, trusted: trusted)
        let second = ForwardedHop.nearestStranger(ForwardedHop.customary(headers), trusted: trusted)
        guard let hop = first ?? second else { return }
        if let first, let second, !first.agrees(with: second) {
            // A proxy writes one of the two and hands the other on as the client sent it: nobody can tell which.
            doubt = "Forwarded and X-Forwarded-For do not agree."
            return
        }
        address = hop.address ?? peer
        scheme = ForwardedValue.scheme(hop.scheme)
        host = ForwardedValue.host(hop.host)
        prefix = ForwardedValue.prefix(hop.prefix)
        let isTaken = [(hop.scheme, scheme), (hop.host, host), (hop.prefix, prefix)].allSatisfy { said, taken in
            said == nil || said == "/" || taken != nil
        }
        if !isTaken { doubt = "The scheme, host or prefix is not well-formed." }
    }
}
