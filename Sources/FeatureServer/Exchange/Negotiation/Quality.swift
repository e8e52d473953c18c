/// How much a client wants something: a weight of 0…1 in thousandths (RFC 9110 §12.4.2). 0 means not at all.
enum Quality {
    /// Wanted without reserve.
    static let full = 1_000

    /// Reads `0`, `0.25`, `1.000`; `nil` for what is no weight.
    static func thousandths(_ text: some StringProtocol) -> Int? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, whole == "0" || whole == "1" else { return nil }
        let digits = parts.count == 2 ? parts[1] : ""
        guard digits.utf8.count <= 3, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        let fraction = Int(digits + String(repeating: "0", count: 3 - digits.count)) ?? 0
        guard whole == "0" || fraction == 0 else { return nil }
        return whole == "1" ? full : fraction
    }
}
