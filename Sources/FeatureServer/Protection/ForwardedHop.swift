/// What one proxy says about the request that it took in.
struct ForwardedHop: Sendable, Equatable {
    /// Who asked the proxy; `nil` where it is hidden or not well-formed.
    var address: IPAddress?
    /// The scheme under which it was asked, not checked yet.
    var scheme: String?
    /// The host under which it was asked, not checked yet.
    var host: String?
    /// The path under which it offers the service, not checked yet.
    var prefix: String?

    /// Past how many hops the ones farthest away are not read.
    private static let maximum = 32

    /// The hops that `Forwarded` lists (RFC 7239), the client's first.
    ///
    /// - Returns: `nil` where any part is not well-formed: a quotation mark that a client leaves open could otherwise
    ///   hide what the proxy wrote behind it.
    static func standard(_ text: String?) -> [ForwardedHop]? {
        guard let text, !text.isEmpty else { return [] }
        var hops: [ForwardedHop] = []
        for element in HeaderList.parts(of: text, separatedBy: HeaderList.comma).suffix(maximum) {
            var hop = ForwardedHop()
            for part in HeaderList.parts(of: element, separatedBy: HeaderList.semicolon) {
                guard let (name, value) = HeaderList.parameter(part) else { return nil }
                switch name {
                case "for": hop.address = IPAddress(node: value)
                case "proto": hop.scheme = value
                case "host": hop.host = value
                default: break
                }
            }
            hops.append(hop)
        }
        return hops
    }

    /// The hops that `X-Forwarded-For` lists with the scheme, host and prefix of its companions, the client's first.
    static func customary(_ headers: [String: String]) -> [ForwardedHop] {
        func values(_ name: String) -> [String] {
            // Quotation marks mean nothing here, so that none can hide a comma.
            (headers["x-forwarded-\(name)"] ?? "").split(separator: ",").suffix(maximum).map {
                String(HeaderList.trimmed($0))
            }
        }
        let (nodes, schemes, hosts, prefixes) = (values("for"), values("proto"), values("host"), values("prefix"))
        // Counted from the right, since proxies append; one that overwrites leaves a single value for all.
        func hop(_ fromRight: Int, node: String?) -> ForwardedHop {
            func value(_ all: [String]) -> String? { all.isEmpty ? nil : all[max(0, all.count - 1 - fromRight)] }
            return ForwardedHop(
                address: node.flatMap { IPAddress(node: $0) }, scheme: value(schemes), host: value(hosts),
                prefix: value(prefixes))
        }
        let hops = nodes.enumerated().map { place, node in hop(nodes.count - 1 - place, node: node) }
        return hops.isEmpty && !(schemes + hosts + prefixes).isEmpty ? [hop(0, node: nil)] : hops
    }

    /// Whether both say the same of the client and of what it asked for.
    func agrees(with other: ForwardedHop) -> Bool {
        (address, scheme, host) == (other.address, other.scheme, other.host)
    }

    /// The right-most hop whose client is not a trusted proxy, else the first.
    static func nearestStranger(_ hops: [ForwardedHop], trusted: [AddressRange]) -> ForwardedHop? {
        hops.last { hop in
            guard let address = hop.address else { return true }
            return !trusted.contains { $0.contains(address) }
        } ?? hops.first
    }
}
