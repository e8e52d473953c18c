import GeographyModel

/// What identifiers of editions and indicators look like: they stand in addresses, file names and command lines.
enum Identifier {
    /// What to do where one cannot be used.
    static let remedy = "Use letters, digits, \"-\", \"_\" and \".\", at most 80, beginning with a letter or a digit."

    /// Whether a text can serve as an identifier.
    static func isSound(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= 80, isLetterOrDigit(first) else { return false }
        return text.utf8.allSatisfy { isLetterOrDigit($0) || "-_.".utf8.contains($0) }
    }

    /// Refuses what a user gave as an identifier.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest`.
    static func check(_ text: String?, of kind: String) throws {
        guard let text, !isSound(text) else { return }
        throw GeodataError(.invalidRequest, "\"\(text)\" cannot be the identifier of an \(kind).", remedy: remedy)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
