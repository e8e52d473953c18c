package import GeographyModel

extension Listing.Column {
    /// A value as people read it: numbers with the column's decimals, counts with grouped digits, "–" where nothing is
    /// known.
    package func text(of value: PropertyValue) -> String {
        switch value {
        case .null: return "–"
        case .boolean(let isTrue): return isTrue ? "yes" : "no"
        case .array(let elements): return elements.map { text(of: $0) }.joined(separator: ", ")
        case .number(let number):
            var buffer = TextBuffer(capacity: 64)
            let isFinite = decimals.map { buffer.append(number: number, decimals: $0) } ?? buffer.append(number: number)
            return isFinite ? buffer.text : "–"
        case .integer(let number) where decimals == 0: return GroupedDigits.text(number)
        case .integer, .text, .object: return plainText(of: value).asTerminalText
        }
    }
}
