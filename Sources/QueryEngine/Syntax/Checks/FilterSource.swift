import GeographyModel

/// The text that a filter or a geometry is read from, for errors that name a place in it.
///
/// Places are characters from 1, counted as Unicode scalars; a text of several lines has its lines named too.
struct FilterSource: Sendable {
    /// What is read: `filter` or `geometry`.
    let subject: String
    /// The text in UTF-8.
    let bytes: [UInt8]

    /// Says where a byte stands, as `at character 14` or `at character 14 (line 2)`.
    func place(_ offset: Int) -> String {
        let before = bytes[..<min(offset, bytes.count)]
        let character = 1 + before.count { $0 & 0xC0 != 0x80 }
        guard bytes.contains(0x0A) else { return "at character \(character)" }
        return "at character \(character) (line \(1 + before.count { $0 == 0x0A }))"
    }

    /// The text of a range in double quotes, cut short where it is long.
    func excerpt(_ range: Range<Int>) -> String {
        // No more than the excerpt needs: four bytes a scalar.
        let end = min(range.upperBound, range.lowerBound + 4 * Self.excerptLength + 4)
        return Self.excerpt(String(decoding: bytes[range.lowerBound..<end], as: UTF8.self))
    }

    /// A text in double quotes, cut short where it is long, with control characters spelled out.
    static func excerpt(_ text: String) -> String {
        let scalars = text.unicodeScalars
        var result = "\""
        for scalar in scalars.prefix(excerptLength) {
            result += scalar.value < 0x20 || scalar.value == 0x7F ? scalar.escaped(asASCII: true) : String(scalar)
        }
        let isCut = scalars.index(scalars.startIndex, offsetBy: excerptLength + 1, limitedBy: scalars.endIndex) != nil
        return result + (isCut ? "…\"" : "\"")
    }

    private static let excerptLength = 24

    /// A number of things, such as `1 place` or `3 places`.
    static func count(_ number: Int, _ thing: String) -> String { "\(number) \(thing)\(number == 1 ? "" : "s")" }
}

extension FilterSource {
    /// The error for something that stands where something else was expected; `nil` found is the end of the text.
    func unexpected(_ found: String?, at offset: Int, expected: String, remedy: String) -> GeodataError {
        let beginning =
            found.map { "The \(subject) has \($0) \(place(offset))" }
            ?? "The end of the \(subject) comes \(place(offset))"
        return GeodataError(.invalidFilter, "\(beginning) where \(expected) was expected.", remedy: remedy)
    }

    /// The error for something that cannot be, such as a ring that is not closed.
    func invalid(_ complaint: String, at offset: Int, remedy: String) -> GeodataError {
        GeodataError(.invalidFilter, "The \(subject) has \(complaint) \(place(offset)).", remedy: remedy)
    }

    /// The error for more levels than are allowed.
    func tooDeep(_ limit: Int, at offset: Int) -> GeodataError {
        GeodataError(
            .filterTooDeep, "The \(subject) nests deeper than \(limit) levels \(place(offset)).",
            remedy: "Put fewer operations, lists and parentheses inside one another; each + of a sum is a level too.")
    }

    /// The error for more places than are allowed.
    func tooManyVertices(_ limit: Int, at offset: Int) -> GeodataError {
        GeodataError(
            .tooManyVertices, "The geometries of the \(subject) have more than \(limit) places \(place(offset)).",
            remedy: "Use simpler geometries.")
    }

    /// Checks the length of a text before anything of it is read.
    ///
    /// - Throws: `GeodataError` with code `filterTooLong`.
    static func checkLength(_ text: String, subject: String, limits: FilterLimits) throws {
        let length = text.utf8.count
        guard length > limits.length else { return }
        throw GeodataError(
            .filterTooLong, "The \(subject) is \(length) bytes long; \(limits.length) are allowed.",
            remedy: "Shorten it, for example with simpler geometries or a shorter list.")
    }
}
