extension TextBuffer {
    /// Appends words as they are to be read in Markdown, on one line: nothing in them is markup, not even HTML.
    package mutating func appendMarkdown(_ text: String) {
        // What would begin a list or a heading.
        let digits = text.unicodeScalars.prefix { ("0"..."9").contains($0) }
        let rest = text.unicodeScalars.dropFirst(digits.count)
        let marks = digits.isEmpty ? "-+=" : ".)"
        let isMark = rest.first.map { marks.unicodeScalars.contains($0) } ?? false
        // Behind a number only what a space follows begins a list: 13.4 does not.
        let escaped = isMark && (digits.isEmpty || rest.dropFirst().first.map { $0 == " " } ?? true) ? digits.count : -1
        for (place, scalar) in text.unicodeScalars.enumerated() {
            if place == escaped { append(UInt8(ascii: "\\")) }
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "$":
                append(UInt8(ascii: "\\"))
                append(verbatim: String(scalar))
            case "&": append("&amp;")
            case "\u{0}"..<"\u{20}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": append(UInt8(ascii: " "))
            default: append(verbatim: String(scalar))
            }
        }
    }
}
