import Foundation
import GeographyModel
import SpatialStore

/// Where a page of features ended, so that the next one begins after it, whatever was imported in between; or where it
/// began, so that the page before ends there.
///
/// It holds the values that the feature was sorted by, not a count of features, so no feature that stays is shown
/// twice or left out.
public struct PageToken: Hashable, Sendable, CustomStringConvertible {
    /// The sort order that the token belongs to.
    let order: String
    /// What the feature was sorted by, ending with its own identifiers.
    let values: [SQLValue]
    /// Whether the page lies before the feature rather than after it.
    public let isBackward: Bool

    init(order: String, values: [SQLValue], isBackward: Bool = false) {
        self.order = order
        self.values = values
        self.isBackward = isBackward
    }

    /// Reads a token.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` for a text that is none.
    public init(_ text: String) throws {
        let base64 = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        let padded = base64 + String(repeating: "=", count: (4 - base64.count % 4) % 4)
        let fields = Data(base64Encoded: padded).flatMap { Self.fields(Array($0)) }
        guard let fields, let first = fields.first, first.kind == "<" || first.kind == ">" else {
            throw GeodataError(
                .invalidRequest, "\"\(text.prefix(40))\" is no page token.", remedy: "Begin with the first page.")
        }
        isBackward = first.kind == "<"
        order = first.words
        values = fields.dropFirst().map(\.value)
    }

    /// The token as letters, digits, `-` and `_`.
    public var description: String {
        var text = Field(kind: isBackward ? "<" : ">", words: order).text
        for value in values { text += Field(value).text }
        return Self.encoded(Array(text.utf8))
    }

    /// Base64 with the letters for addresses and without padding (RFC 4648 §5).
    private static func encoded(_ bytes: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 4 / 3 + 3)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0...group.count { text.append(letters[bits >> (18 - 6 * place) & 63]) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// One part of a token: what kind it is, how many bytes follow, and these.
    private struct Field {
        var kind: Character
        var words: String

        init(kind: Character, words: String) {
            self.kind = kind
            self.words = words
        }

        init(_ value: SQLValue) {
            switch value {
            case .text(let text): self.init(kind: "t", words: text)
            case .integer(let whole): self.init(kind: "i", words: "\(whole)")
            case .real(let number): self.init(kind: "r", words: "\(number)")
            case .null, .blob: self.init(kind: "n", words: "")
            }
        }

        var text: String { "\(kind)\(words.utf8.count):\(words)" }

        /// An unknown value stands for what cannot be read; no feature's identifiers are unknown.
        var value: SQLValue {
            switch kind {
            case "t": .text(words)
            case "i": Int64(words).map { .integer($0) } ?? .null
            case "r": Double(words).map { .real($0) } ?? .null
            default: .null
            }
        }
    }

    /// The parts of a token; `nil` for bytes that are none.
    private static func fields(_ bytes: [UInt8]) -> [Field]? {
        var fields: [Field] = []
        var rest = bytes[...]
        while let kind = rest.popFirst() {
            let digits = rest.prefix { $0 != UInt8(ascii: ":") }
            guard (1...6).contains(digits.count), digits.count < rest.count,
                let count = Int(String(decoding: digits, as: UTF8.self)), count >= 0
            else { return nil }
            rest = rest.dropFirst(digits.count + 1)
            guard rest.count >= count, let words = String(validating: rest.prefix(count), as: UTF8.self) else {
                return nil
            }
            fields.append(Field(kind: Character(Unicode.Scalar(kind)), words: words))
            rest = rest.dropFirst(count)
        }
        return fields
    }
}
