import Crypto
import GeographyModel

/// What an answer is recognised by: the state of the store, the day, and the request with its parameters in order.
struct EntityTag {
    /// The tag with its quotation marks (strong, RFC 9110 §8.8.3).
    let value: String

    init(_ request: ServerRequest, revision: Int, changedAt: String, day: CalendarDay) {
        let parameters = request.query.map { "\($0.name)=\($0.value)" }.sorted()
        let parts = [request.path.joined(separator: "/"), "\(revision)", changedAt, "\(day)"] + parameters
        let digest = SHA256.hash(data: Array(parts.joined(separator: "\n").utf8))
        value = "\"" + digest.prefix(12).map { Self.hexadecimal($0) }.joined() + "\""
    }

    /// Whether the client has this very answer already.
    func isKnown(to request: ServerRequest) -> Bool {
        guard let known = request.headers["if-none-match"] else { return false }
        // The comparison is weak (RFC 9110 §13.1.2).
        return known.split(separator: ",").contains { part in
            let tag = part.drop { $0 == " " }.trimmingSuffix(while: " ")
            return tag == value || tag == "W/\(value)"
        }
    }

    /// The header fields that go with the answer, also where it is not sent again.
    var headers: [(name: String, value: String)] {
        // Whoever keeps the answer asks whether it is still right before using it again.
        [("ETag", value), ("Cache-Control", "public, max-age=0, must-revalidate")]
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while character: Character) -> Substring {
        var rest = self
        while rest.last == character { rest.removeLast() }
        return rest
    }
}
