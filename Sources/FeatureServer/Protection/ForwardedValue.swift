/// The scheme, host and path that a proxy reports, taken only where they can stand in an address as they are.
enum ForwardedValue {
    /// `http` or `https`.
    static func scheme(_ text: String?) -> String? {
        text.map { $0.lowercased() }.flatMap { ["http", "https"].contains($0) ? $0 : nil }
    }

    /// A host name or address, with a port if any.
    static func host(_ text: String?) -> String? {
        guard let text, (1...253).contains(text.utf8.count) else { return nil }
        if text.first == "[" {
            guard let end = text.firstIndex(of: "]"), IPAddress(node: text) != nil,
                !text[..<end].contains("%"), isPort(text[text.index(after: end)...])
            else { return nil }
            return text.lowercased()
        }
        let colon = text.firstIndex(of: ":") ?? text.endIndex
        let labels = text[..<colon].split(separator: ".", omittingEmptySubsequences: false)
        let areSound = labels.allSatisfy { label in
            (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        }
        return areSound && isPort(text[colon...]) ? text.lowercased() : nil
    }

    /// A path of plain segments, without the slash at its end; `nil` for the root.
    static func prefix(_ text: String?) -> String? {
        guard let text, text.first == "/", text.utf8.count <= 200 else { return nil }
        var segments = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        if segments.last == "" { segments.removeLast() }
        let areSound = segments.allSatisfy { segment in
            !["", ".", ".."].contains(segment)
                && segment.utf8.allSatisfy { isLetterOrDigit($0) || "-._~".utf8.contains($0) }
        }
        return areSound && !segments.isEmpty ? "/" + segments.joined(separator: "/") : nil
    }

    /// Nothing, or a colon with 1…65535.
    private static func isPort(_ text: Substring) -> Bool {
        guard !text.isEmpty else { return true }
        let digits = text.dropFirst()
        return text.first == ":" && digits.utf8.allSatisfy { (48...57).contains($0) }
            && (1...65_535).contains(Int(digits) ?? 0)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122: true
        default: false
        }
    }
}
