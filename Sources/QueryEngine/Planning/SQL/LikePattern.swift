/// The pattern of a `LIKE`: `%` stands for any characters, `_` for one, `\` takes the meaning from the next.
package struct LikePattern: Hashable, Sendable {
    /// One part of a pattern.
    package enum Part: Hashable, Sendable {
        /// A character that must stand there.
        case character(Character)
        /// Any one character.
        case one
        /// Any characters, or none.
        case any
    }

    /// The parts in order; `any` never follows itself.
    package let parts: [Part]

    /// Reads a pattern.
    package init(_ text: String) {
        var parts: [Part] = []
        var isEscaped = false
        for character in text {
            if isEscaped {
                parts.append(.character(character))
                isEscaped = false
            } else {
                switch character {
                case "\\": isEscaped = true
                case "%": if parts.last != .any { parts.append(.any) }
                case "_": parts.append(.one)
                default: parts.append(.character(character))
                }
            }
        }
        if isEscaped { parts.append(.character("\\")) }
        self.parts = parts
    }
}
