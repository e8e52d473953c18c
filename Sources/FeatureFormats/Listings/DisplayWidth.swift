extension String {
    /// How many terminal cells the text takes: none for marks that combine with the letter before, two for East Asian
    /// wide characters and emoji, one for all others (after Unicode's UAX #11, in whole blocks).
    var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }

    /// The text cut to at most `width` cells, the last of them "…" where something was cut.
    func cut(toWidth width: Int) -> String {
        guard displayWidth > width else { return self }
        var (kept, taken) = ("", 0)
        for character in self {
            guard taken + character.displayWidth <= width - 1 else { break }
            kept.append(character)
            taken += character.displayWidth
        }
        while kept.last == " " { kept.removeLast() }
        return kept + "…"
    }

    /// The text without what would move a terminal's cursor or change its colours: each control character, line
    /// break and direction override becomes a space.
    var asTerminalText: String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: result.append(" ")
            case .format where (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value):
                result.append(" ")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// The text in lines of at most `width` cells, broken at spaces; a longer word stands alone and whole.
    func wrapped(toWidth width: Int) -> [String] {
        var lines: [String] = []
        for word in split(separator: " ") {
            if let last = lines.last, last.displayWidth + 1 + String(word).displayWidth <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}

extension Character {
    /// How many terminal cells the character takes; what combines with its first scalar takes none.
    fileprivate var displayWidth: Int {
        guard let first = unicodeScalars.first else { return 0 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        let isEmoji = first.properties.isEmojiPresentation || unicodeScalars.contains("\u{FE0F}")
        return isEmoji || Self.wideBlocks.contains { $0.contains(first.value) } ? 2 : 1
    }

    private static let wideBlocks: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
        0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
        0x20000...0x3FFFD,
    ]
}
