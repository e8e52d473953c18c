extension TextBuffer {
    /// Appends words as XML character data or as an attribute value in double quotation marks; characters that XML 1.0
    /// cannot hold are written as U+FFFD.
    package mutating func appendXML(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": append("&amp;")
            case "<": append("&lt;")
            case ">": append("&gt;")
            case "\"": append("&quot;")
            case "\t", "\n", "\r": append(UInt8(ascii: " "))
            case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": append("\u{FFFD}")
            default: append(verbatim: String(scalar))
            }
        }
    }
}
