/// A request as the site sees it, whatever carried it here.
package struct ServerRequest: Sendable {
    /// The method in upper case, such as `GET`.
    package var method: String
    /// What was asked for as it stood in the request, such as `/collections?f=json`.
    package var target: String
    /// The path's segments, percent-decoded; empty for the root.
    package var path: [String]
    /// The query's parameters in their order, percent-decoded.
    package var query: [(name: String, value: String)]
    /// The header fields by their names in lower case.
    package var headers: [String: String]
    /// The address under which the client reaches the site, without a slash at its end; `nil` where only the site knows.
    package var address: String?
    /// The name by which logs tell the request from others.
    package var id: String?
    /// What the client sends along.
    package var body = RequestBody.none
    /// Whether the client has left; asked by what takes long.
    package var isAbandoned: @Sendable () -> Bool = { false }

    /// Makes a request from a target such as `/collections?f=json`.
    ///
    /// - Throws: ``Problem`` 400 for a target whose percent-encoding is not UTF-8.
    package init(method: String, target: String, headers: [String: String] = [:]) throws(Problem) {
        self.method = method
        self.target = target
        self.headers = headers
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = []
        for segment in parts[0].split(separator: "/") { path.append(try Self.decoded(segment, plusIsSpace: false)) }
        query = []
        guard parts.count == 2 else { return }
        for pair in parts[1].split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = sides.count == 2 ? try Self.decoded(sides[1], plusIsSpace: true) : ""
            query.append((try Self.decoded(sides[0], plusIsSpace: true), value))
        }
    }

    private static func decoded(_ text: Substring, plusIsSpace: Bool) throws(Problem) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") || $0 == 0 }) else {
            return String(text)
        }
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+") where plusIsSpace: bytes.append(0x20)
            case UInt8(ascii: "%"):
                guard let first = rest.popFirst(), let second = rest.popFirst(),
                    let high = Character(Unicode.Scalar(first)).hexDigitValue,
                    let low = Character(Unicode.Scalar(second)).hexDigitValue
                else { throw Problem.badEncoding }
                bytes.append(UInt8(high << 4 | low))
            default: bytes.append(byte)
            }
        }
        guard let decoded = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            throw Problem.badEncoding
        }
        return decoded
    }
}

extension Problem {
    fileprivate static let badEncoding = Problem(
        status: 400, code: "invalid-request", detail: "The address is not percent-encoded UTF-8.",
        remedy: "Encode it as RFC 3986 has it.")
}
