/// The names of properties and functions that need no quotes: CQL2's `identifier`.
enum FilterIdentifier {
    /// Whether a name can begin with the character.
    static func isStart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // The Ogham space lies within the letters and is white space all the same.
        case 0x1680: false
        case 0x3A, 0x5F, 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
            0x37F...0x1FFE, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF,
            0xFDF0...0xFFFD, 0x10000...0xEFFFF:
            true
        default: false
        }
    }

    /// Whether a name can go on with the character.
    static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2E, 0x30...0x39, 0x300...0x36F, 0x203F...0x2040: true
        default: isStart(scalar)
        }
    }

    /// Whether a text is a name as it stands.
    static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        return isStart(first) && text.unicodeScalars.allSatisfy(isPart)
    }

    /// A property's name as CQL2 text writes it: in double quotes where it is no plain name or is a word of CQL2.
    static func text(_ name: String) -> String {
        guard !isPlain(name) || FilterWord.named(name) != nil else { return name }
        var result = "\""
        for scalar in name.unicodeScalars {
            if scalar == "\"" { result += "\"" }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }
}
