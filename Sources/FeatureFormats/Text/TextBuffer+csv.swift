package import GeographyModel

/// What a CSV writer does with words that a spreadsheet would take for a formula.
///
/// A cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return is run as a formula by spreadsheet programs
/// (CWE-1236), and the names in the data come from other people. Numbers are never touched, nor are words that are a
/// number (`-5`, `+1.5e3`) or a single character (`-`).
package enum FormulaGuard: Sendable {
    /// Such words get a leading apostrophe, which spreadsheets show as text.
    ///
    /// Words that already begin with apostrophes and then such a character get one more, so that the guard can be taken
    /// off again without doubt: where a cell begins with apostrophes followed by one of the characters, drop one.
    case apostrophe
    /// Words are written as they are, for programs that read CSV and run nothing.
    case none
}

extension TextBuffer {
    /// Appends the cell of a CSV row (RFC 4180), without the comma.
    ///
    /// Nothing known is the empty cell and the empty text is `""`, so that they can be told apart. The elements of an
    /// array are joined with `;` (one that holds a `;` itself is not marked: JSON formats keep lists whole), none of them
    /// being `""`; an object is written as JSON.
    package mutating func appendCSV(_ value: PropertyValue, guarding: FormulaGuard = .apostrophe) {
        switch value {
        case .null: break
        case .boolean(let isTrue): append(isTrue ? "true" : "false")
        case .integer(let integer): append(integer: integer)
        case .number(let number): append(number: number)
        case .text(let text): appendCSV(text, guarding: guarding)
        case .object, .array: appendCSV(plainText(of: value), guarding: guarding)
        }
    }

    /// Appends words as the cell of a CSV row: quoted where they hold a comma, a quotation mark or a line break, begin
    /// or end with a space, or are empty.
    package mutating func appendCSV(_ text: String, guarding: FormulaGuard = .apostrophe) {
        var text = guarding == .apostrophe && isFormulaLike(text) ? "'" + text : text
        text.withUTF8 { all in
            let mustQuote =
                all.isEmpty || all.first == 0x20 || all.last == 0x20
                || all.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
            guard mustQuote else { return append(all) }
            append(0x22)
            for byte in all {
                if byte == 0x22 { append(0x22) }
                append(byte)
            }
            append(0x22)
        }
    }

    /// Appends the end of a CSV row, CRLF.
    package mutating func endCSVRow() { append("\r\n") }
}

/// The value in one line of words, as CSV cells and table cells show what has no form of its own there.
func plainText(of value: PropertyValue) -> String {
    switch value {
    case .null: return ""
    case .text(let text): return text
    case .array(let elements): return elements.map(plainText(of:)).joined(separator: ";")
    case .boolean, .integer, .number, .object:
        var buffer = TextBuffer(capacity: 64)
        if case .number(let number) = value { buffer.append(number: number) } else { buffer.appendJSON(value) }
        return buffer.text
    }
}

/// Whether a spreadsheet would run the text, or would be thought to after one apostrophe is dropped from its front.
private func isFormulaLike(_ text: String) -> Bool {
    let bare = text.unicodeScalars.drop { $0 == "'" }
    guard let first = bare.first, "=+-@\t\r".unicodeScalars.contains(first) else { return false }
    if bare.startIndex != text.startIndex { return true }
    return bare.count > 1 && Double(text).map(\.isFinite) != true
}
