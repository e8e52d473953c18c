#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// An IP address, of either version. An IPv4 address that is written as IPv6 (`::ffff:192.0.2.1`) is the IPv4 address.
package struct IPAddress: Hashable, Sendable {
    /// The first eight bytes; an IPv4 address is kept as IPv6 has it.
    let high: UInt64
    /// The last eight bytes.
    let low: UInt64

    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Reads `192.0.2.1` or `2001:db8::1`; a zone such as `%eth0` is left out. `nil` for what is no address.
    package init?(_ text: some StringProtocol) {
        let plain = text.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)[0]
        guard plain.utf8.count <= 45, !plain.utf8.contains(0) else { return nil }
        var bytes = [UInt8](repeating: 0, count: 16)
        if plain.utf8.contains(UInt8(ascii: ":")) {
            guard inet_pton(AF_INET6, String(plain), &bytes) == 1 else { return nil }
        } else {
            var four = [UInt8](repeating: 0, count: 4)
            guard inet_pton(AF_INET, String(plain), &four) == 1 else { return nil }
            bytes.replaceSubrange(10..<16, with: [0xFF, 0xFF] + four)
        }
        high = bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }
        low = bytes[8...].reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Reads an address as proxies write it, which may have a port: `192.0.2.1:80`, `[2001:db8::1]:80`.
    package init?(node: some StringProtocol) {
        if node.first == "[" {
            guard let end = node.firstIndex(of: "]") else { return nil }
            let rest = node[node.index(after: end)...]
            guard rest.isEmpty || Self.isPort(rest) else { return nil }
            self.init(node[node.index(after: node.startIndex)..<end])
        } else if let colon = node.firstIndex(of: ":"), node.lastIndex(of: ":") == colon {
            guard Self.isPort(node[colon...]) else { return nil }
            self.init(node[..<colon])
        } else {
            self.init(node)
        }
    }

    /// Whether it is of version 4.
    package var isVersion4: Bool { high == 0 && low >> 32 == 0xFFFF }

    /// The address with all bits after the first `length` of its version cleared.
    func network(length: Int) -> IPAddress {
        let kept = isVersion4 ? length + 96 : length
        let highMask: UInt64 = kept >= 64 ? .max : ~(UInt64.max >> UInt64(kept))
        let lowMask: UInt64 = kept <= 64 ? 0 : kept >= 128 ? .max : ~(UInt64.max >> UInt64(kept - 64))
        return IPAddress(high: high & highMask, low: low & lowMask)
    }

    /// What one household or company has: the IPv4 address itself, or the /64 that an IPv6 address lies in.
    package var subscriber: IPAddress { isVersion4 ? self : network(length: 64) }

    private static func isPort(_ text: some StringProtocol) -> Bool {
        text.first == ":" && (2...6).contains(text.utf8.count) && text.dropFirst().allSatisfy { "0"..."9" ~= $0 }
    }
}

extension IPAddress: CustomStringConvertible {
    /// The address in the usual way of writing (RFC 5952).
    package var description: String {
        if isVersion4 {
            return [24, 16, 8, 0].map { "\(UInt8(truncatingIfNeeded: low >> $0))" }.joined(separator: ".")
        }
        var bytes = [high, low].flatMap { half in
            stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: half >> $0) }
        }
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        inet_ntop(AF_INET6, &bytes, &text, socklen_t(text.count))
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
