import Crypto
import GeographyModel
import SpatialStore

/// What an answer is recognised by: the state of the store, the day, and the request with its parameters in order.
enum EntityTag {
    /// The tag with its quotation marks (strong, RFC 9110 §8.8.3).
    ///
    /// - Parameter feature: What tells the states of the one feature that the answer is apart, by which clients say what
    ///   they change; it comes first.
    static func make(
        _ request: ServerRequest, _ format: ResponseFormat, address: String, era: Era, feature: String?
    ) -> String {
        // The order of parameters and the way a format is asked for change the links of an answer, so they count.
        var text = "\(request.target)\n\(format.rawValue)\n\(address)\n\(era.state.revision)\n\(era.state.changedAt)\n"
        text += era.day.description
        let digest = SHA256.hash(data: Array(text.utf8))
        var value = "\"" + (feature.map { $0 + "-" } ?? "")
        for byte in digest.prefix(12) {
            value.unicodeScalars.append(Self.digits[Int(byte >> 4)])
            value.unicodeScalars.append(Self.digits[Int(byte & 15)])
        }
        return value + "\""
    }

    /// Whether a list such as `"a", W/"b"` names a tag. The comparison is weak (RFC 9110 §13.1.2).
    static func list(_ list: String, names tag: String) -> Bool {
        if list.trimmingWhitespace() == "*" { return true }
        return HeaderList.parts(of: list, separatedBy: UInt8(ascii: ",")).contains { (part: Substring) in
            (part.hasPrefix("W/") ? part.dropFirst(2) : part) == Substring(tag)
        }
    }

    private static let digits = Array("0123456789abcdef".unicodeScalars)
}
