/// Which content codings a client accepts (RFC 9110 §12.5.3), of those that are here: gzip, and none.
package struct AcceptEncoding: Sendable, Equatable {
    /// Whether gzip is at least as welcome as no coding.
    package let prefersGzip: Bool
    /// Whether gzip may be sent at all.
    package let allowsGzip: Bool
    /// Whether the answer may be sent as it is.
    package let allowsIdentity: Bool

    /// What browsers and libraries send, which all means the same here and need not be read anew each time.
    private static let common: Set<String> = [
        "gzip", "gzip, deflate", "deflate, gzip", "gzip, deflate, br", "gzip, deflate, br, zstd",
        "deflate, gzip, br, zstd", "gzip, br",
    ]

    /// Reads the field's value. A client that sent none gets the answer as it is.
    package init(_ text: String?) {
        guard let text else {
            (prefersGzip, allowsGzip, allowsIdentity) = (false, false, true)
            return
        }
        if Self.common.contains(text) {
            (prefersGzip, allowsGzip, allowsIdentity) = (true, true, true)
            return
        }
        var weights: [String: Int] = [:]
        for part in HeaderList.parts(of: text, separatedBy: HeaderList.comma).prefix(64) {
            let parts = HeaderList.parts(of: part, separatedBy: HeaderList.semicolon)
            guard let coding = parts.first, HeaderList.isToken(coding) else { continue }
            var weight = Quality.full
            if parts.count > 1 {
                guard parts.count == 2, let (name, value) = HeaderList.parameter(parts[1]), name == "q",
                    let stated = Quality.thousandths(value)
                else { continue }
                weight = stated
            }
            let name = coding.lowercased() == "x-gzip" ? "gzip" : coding.lowercased()
            // The first word on a coding counts.
            if weights[name] == nil { weights[name] = weight }
        }
        let gzip = weights["gzip"] ?? weights["*"] ?? 0
        // Not naming it allows it, unless everything else is refused.
        let identity = weights["identity"] ?? (weights["*"] == 0 ? 0 : 1)
        allowsGzip = gzip > 0
        allowsIdentity = identity > 0
        prefersGzip = gzip > 0 && gzip >= identity
    }
}
