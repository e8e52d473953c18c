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
        guard let data = Data(base64Encoded: padded),
            let content = try? JSONDecoder().decode(Content.self, from: data)
        else {
            throw GeodataError(
                .invalidRequest, "\"\(text.prefix(40))\" is no page token.", remedy: "Begin with the first page.")
        }
        order = content.order
        values = content.values.map(\.value)
        isBackward = content.isBackward ?? false
    }

    /// The token as letters, digits, `-` and `_`.
    public var description: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try? encoder.encode(
            Content(order: order, values: values.map(Item.init), isBackward: isBackward ? true : nil))
        return (data ?? Data()).base64EncodedString().replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
    }

    private struct Content: Codable {
        var order: String
        var values: [Item]
        var isBackward: Bool?
    }

    /// One value; an empty item is an unknown one.
    private struct Item: Codable {
        var text: String?
        var whole: Int64?
        var number: Double?

        init(_ value: SQLValue) {
            switch value {
            case .text(let text): self.text = text
            case .integer(let whole): self.whole = whole
            case .real(let number): self.number = number
            case .null, .blob: break
            }
        }

        var value: SQLValue {
            text.map(SQLValue.text) ?? whole.map(SQLValue.integer) ?? number.map(SQLValue.real) ?? .null
        }
    }
}
