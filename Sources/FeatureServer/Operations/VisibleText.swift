/// Text that a client may have had a hand in, made safe to show: what would break a line, move a cursor or turn the
/// direction of reading is written as `\u{…}`.
enum VisibleText {
    /// For a line of plain text.
    static func plain(_ text: String) -> String {
        escaped(text) { $0.value < 0x20 || isUnsafe($0) }
    }

    /// For a JSON string, whose writer escapes the ASCII control characters itself.
    static func json(_ text: String) -> String {
        escaped(text, where: isUnsafe)
    }

    private static func escaped(_ text: String, where isUnsafe: (Unicode.Scalar) -> Bool) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if isUnsafe(scalar) {
                result += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Delete, the C1 controls, line and paragraph separators, and the marks that turn the direction of reading.
    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C, 0xFEFF: true
        default: false
        }
    }
}
