import Mustache

/// Text as HTML shows it, safe in contents and in quoted attributes.
///
/// The templates' own escaping goes by what people see as one character, so that a quotation mark with a combining
/// accent passes unescaped and ends an attribute. This one goes by Unicode scalars.
struct EscapedHTML: MustacheContentType {
    /// The name by which templates ask for it.
    static let name = "ESCAPED_HTML"

    /// The text with the characters of markup replaced; control characters that HTML forbids become U+FFFD.
    func escapeText(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\t", "\n": result.unicodeScalars.append(scalar)
            case "\0"..." ", "\u{7F}"..."\u{9F}":
                result.unicodeScalars.append(scalar == " " ? " " : "\u{FFFD}")
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
