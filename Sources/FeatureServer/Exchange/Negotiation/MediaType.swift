/// A media type such as `application/geo+json` (RFC 9110 §8.3.1), its words in lower case.
///
/// ```swift
/// let csv: MediaType = "text/csv; charset=utf-8"
/// ```
package struct MediaType: Hashable, Sendable {
    /// The word before the slash.
    package let type: String
    /// The word after the slash.
    package let subtype: String
    /// The parameters by their names, without `q`.
    package let parameters: [String: String]

    /// Makes a media type of its parts.
    package init(_ type: String, _ subtype: String, parameters: [String: String] = [:]) {
        self.type = type
        self.subtype = subtype
        self.parameters = parameters
    }

    /// Reads a media type; `nil` for what is none, or a wildcard.
    package init?(_ text: String) {
        guard let range = MediaRange(text), range.type != "*", range.subtype != "*" else { return nil }
        self.init(range.type, range.subtype, parameters: range.parameters)
    }
}

extension MediaType: CustomStringConvertible {
    /// As it stands in links, the parameters in the order of their names. Some clients compare it letter by letter with
    /// what OGC documents have, which is without spaces.
    package var description: String {
        parameters.sorted { $0.key < $1.key }.reduce("\(type)/\(subtype)") { text, parameter in
            let value = parameter.value
            let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            return "\(text);\(parameter.key)=\(HeaderList.isToken(value) ? value : "\"\(escaped)\"")"
        }
    }
}

extension MediaType: ExpressibleByStringLiteral {
    /// Takes a media type that the program itself writes.
    package init(stringLiteral text: String) {
        guard let type = MediaType(text) else { preconditionFailure("\(text) is no media type") }
        self = type
    }
}
