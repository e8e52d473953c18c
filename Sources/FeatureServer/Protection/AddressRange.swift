/// A range of IP addresses in the notation of CIDR (RFC 4632), such as `10.0.0.0/8`, or a single address.
package struct AddressRange: Hashable, Sendable {
    private let network: IPAddress
    private let length: Int

    /// Reads `10.0.0.0/8`, `2001:db8::/32`, `127.0.0.1`; `nil` for what is none.
    ///
    /// An address with bits after the length, such as `10.1.2.3/8`, is `nil` too: one of the two is a slip.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = IPAddress(parts[0]), !parts[0].contains("%") else { return nil }
        let longest = address.isVersion4 ? 32 : 128
        var length = longest
        if parts.count == 2 {
            guard parts[1].allSatisfy({ "0"..."9" ~= $0 }), let stated = Int(parts[1]), (0...longest).contains(stated)
            else { return nil }
            length = stated
        }
        guard address.network(length: length) == address else { return nil }
        network = address
        self.length = length
    }

    /// Whether an address lies in the range.
    package func contains(_ address: IPAddress) -> Bool {
        address.isVersion4 == network.isVersion4 && address.network(length: length) == network
    }
}

extension AddressRange: CustomStringConvertible {
    /// The range in the notation of CIDR.
    package var description: String { "\(network)/\(length)" }
}
