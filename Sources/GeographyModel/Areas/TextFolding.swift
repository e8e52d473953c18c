import Foundation

/// How words are compared without regard to case or accents (CQL2's `CASEI` and `ACCENTI`).
public enum TextFolding {
    /// The words as they compare without regard to case: "Straße" equals "STRASSE".
    public static func withoutCase(_ text: String) -> String {
        isPlain(text) ? text.lowercased() : text.uppercased().lowercased()
    }

    /// The words as they compare without regard to accents: without the marks that stand on letters.
    public static func withoutAccents(_ text: String) -> String {
        if isPlain(text) { return text }
        let letters = text.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            $0.properties.generalCategory != .nonspacingMark
        }
        return String(String.UnicodeScalarView(letters))
    }

    private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }
}
