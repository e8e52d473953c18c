import GeographyModel

extension FilterBuilder {
    /// A property by its name.
    func property(_ name: String, at offset: Int) throws -> FilterBranch {
        guard !name.isEmpty else {
            throw source.unexpected(
                "an empty name", at: offset, expected: "the name of a property", remedy: "Write the name.")
        }
        try checkCharacters(of: name, at: offset)
        return leaf(.property(name), at: offset)
    }

    /// Words. CQL2 text reads a backslash before a quote as part of the quote, so no text can end with one.
    func text(_ words: String, at offset: Int) throws -> FilterBranch {
        try checkCharacters(of: words, at: offset)
        guard words.utf8.last != UInt8(ascii: "\\") else {
            throw source.invalid(
                "a text that ends with a backslash", at: offset,
                remedy: "Leave the last backslash out, or look for the text with LIKE and \"_\" in its place.")
        }
        return leaf(.text(words), at: offset)
    }

    /// A number.
    func number(_ value: Double, at offset: Int) throws -> FilterBranch {
        leaf(.number(try finite(value, at: offset)), at: offset)
    }

    /// Refuses numbers beyond all doubles.
    func finite(_ value: Double, at offset: Int) throws -> Double {
        guard value.isFinite else {
            throw source.invalid(
                "a number that is too large", at: offset, remedy: "Numbers go up to 1.79E308 on both sides of nought.")
        }
        return value
    }

    /// A day, such as `2024-05-01`.
    func date(_ text: String, at offset: Int) throws -> FilterBranch {
        guard let day = day(text) else {
            throw source.unexpected(
                FilterSource.excerpt(text), at: offset, expected: "a date",
                remedy: "Write a day of the calendar as year, month and day, as in 2024-05-01.")
        }
        return leaf(.date(day), at: offset)
    }

    /// An instant, such as `2024-05-01T12:00:00Z`.
    func timestamp(_ text: String, at offset: Int) throws -> FilterBranch {
        guard let timestamp = instant(text) else {
            throw source.unexpected(
                FilterSource.excerpt(text), at: offset, expected: "a timestamp",
                remedy: "Write the instant in UTC, as in 2024-05-01T12:00:00Z.")
        }
        return leaf(.timestamp(timestamp), at: offset)
    }

    /// What an interval begins or ends with where it is written out: a day, an instant or `..`.
    func intervalEnd(_ text: String, at offset: Int) throws -> FilterBranch {
        if text == ".." { return leaf(.openEnd, at: offset) }
        if let day = day(text) { return leaf(.date(day), at: offset) }
        if let instant = instant(text) { return leaf(.timestamp(instant), at: offset) }
        let slot = FilterSlot.intervalEnd
        throw source.unexpected(FilterSource.excerpt(text), at: offset, expected: slot.name, remedy: slot.remedy)
    }

    // Integers may be read with a sign, but no part of a date has one.
    private func day(_ text: String) -> CalendarDay? { text.utf8.contains(UInt8(ascii: "+")) ? nil : CalendarDay(text) }
    private func instant(_ text: String) -> Timestamp? { text.utf8.contains(UInt8(ascii: "+")) ? nil : Timestamp(text) }

    /// Refuses the control characters that CQL2's grammar leaves out; NUL above all ends a text in many programs.
    private func checkCharacters(of text: String, at offset: Int) throws {
        guard let character = text.utf8.first(where: { $0 < 0x07 || (0x0E..<0x20).contains($0) }) else { return }
        throw source.invalid(
            "the control character \(FilterSource.excerpt(String(Unicode.Scalar(character)))) in the text", at: offset,
            remedy: "Leave it out.")
    }
}
