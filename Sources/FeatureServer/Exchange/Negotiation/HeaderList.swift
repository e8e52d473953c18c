/// The parts of header fields that are lists (RFC 9110 §5.6), split without being misled by quotation marks.
enum HeaderList {
    /// What stands between the elements of a list.
    static let comma = UInt8(ascii: ",")
    /// What stands between an element and its parameters.
    static let semicolon = UInt8(ascii: ";")

    /// Splits at a separator outside quoted strings, without the white space around the parts; empty parts are left out.
    static func parts(of text: some StringProtocol, separatedBy separator: UInt8) -> [Substring] {
        var parts: [Substring] = []
        let text = Substring(text)
        let bytes = text.utf8
        var start = bytes.startIndex
        var isQuoted = false
        var isEscaped = false
        for place in bytes.indices {
            let byte = bytes[place]
            if isEscaped {
                isEscaped = false
            } else if isQuoted, byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if byte == separator, !isQuoted {
                parts.append(trimmed(text[start..<place]))
                start = bytes.index(after: place)
            }
        }
        parts.append(trimmed(text[start...]))
        return parts.filter { !$0.isEmpty }
    }

    /// A parameter `name=value`, its name in lower case, its value without quotation marks; `nil` where it is none.
    static func parameter(_ text: Substring) -> (name: String, value: String)? {
        guard let equals = text.firstIndex(of: "=") else { return nil }
        let name = text[..<equals].lowercased()
        var value = text[text.index(after: equals)...]
        guard isToken(name) else { return nil }
        guard value.first == "\"" else { return isToken(value) ? (name, String(value)) : nil }
        guard value.count >= 2, value.last == "\"" else { return nil }
        value = value.dropFirst().dropLast()
        var plain = ""
        var isEscaped = false
        for character in value {
            if !isEscaped, character == "\\" {
                isEscaped = true
            } else if !isEscaped, character == "\"" {
                return nil
            } else {
                plain.append(character)
                isEscaped = false
            }
        }
        return isEscaped ? nil : (name, plain)
    }

    /// Whether it is a token (RFC 9110 §5.6.2).
    static func isToken(_ text: some StringProtocol) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }

    /// The text without spaces and tabulators around it.
    static func trimmed(_ text: Substring) -> Substring {
        let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        var rest = text.utf8.drop(while: isSpace)
        while let last = rest.last, isSpace(last) { rest.removeLast() }
        return Substring(rest)
    }
}
