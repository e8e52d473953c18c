/// The address of the site, and what targets become as links of its pages.
struct SiteAddress: Sendable {
    /// The address without a slash at its end, such as `https://example.org/hlgeo`.
    private let address: String
    /// What comes before the paths of the site, such as `/hlgeo`; empty for a site at the root of its host.
    private let prefix: String

    init(_ address: String) {
        let address = address.hasSuffix("/") ? String(address.dropLast()) : address
        self.address = address
        let parts = address.split(separator: "/", omittingEmptySubsequences: false)
        prefix = parts.count > 3 ? "/" + parts[3...].joined(separator: "/") : ""
    }

    /// What stands in `href`; `nil` for what is no safe link.
    ///
    /// Links within the site bear no host, so that they, the stylesheet and the forms work under every name that the
    /// site is reached by.
    func reference(to target: String) -> String? {
        // Browsers leave control characters out of addresses and read "\" as "/", so neither may hide another host.
        guard target.unicodeScalars.allSatisfy({ $0.value > 0x1F && $0.value != 0x7F && $0 != "\\" }) else {
            return nil
        }
        if target == address { return prefix + "/" }
        if target.hasPrefix(address + "/") { return reference(to: String(target.dropFirst(address.count))) }
        if target.hasPrefix("/") { return target.hasPrefix("//") ? nil : encoded(prefix + target) }
        if target.hasPrefix("#") || target.hasPrefix("?") { return encoded(target) }
        let start = target.prefix(8).lowercased()
        return start.hasPrefix("https://") || start.hasPrefix("http://") ? encoded(target) : nil
    }

    /// The target with the characters encoded that no address may hold (RFC 3986 §2); what is encoded already stays.
    private func encoded(_ target: String) -> String {
        var result = ""
        for scalar in target.unicodeScalars {
            if " \"<>^`{|}".unicodeScalars.contains(scalar) {
                result += "%" + String(scalar.value, radix: 16, uppercase: true)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
