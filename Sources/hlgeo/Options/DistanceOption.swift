import GeographyModel

/// How distances are written: a number with `km` or `m`, or bare beside a matrix, whose unit it then has.
enum DistanceOption {
    /// Reads a distance in the unit of a matrix.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` where it has a unit of its own.
    static func unitless(_ words: String) throws -> Double {
        guard words.last?.isLetter != true else {
            throw GeodataError(
                .invalidRequest, "\"\(words)\" has a unit, but distances are in that of the matrix.",
                remedy: "Give the bare number, such as 30 where the matrix has minutes.")
        }
        return try number(words[...], words)
    }

    /// Reads a distance in metres; only 0 needs no unit.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest`.
    static func metres(_ words: String) throws -> Double {
        let text = words.trimmingWhitespace().lowercased()
        if text.hasSuffix("km") { return try number(text.dropLast(2), words) * 1000 }
        if text.hasSuffix("m") { return try number(text.dropLast(), words) }
        let bare = try number(text[...], words)
        guard bare == 0 else {
            throw GeodataError(
                .invalidRequest, "\"\(words)\" has no unit.", remedy: "Write it like \(words)km or \(words)m.")
        }
        return bare
    }

    private static func number(_ digits: Substring, _ words: String) throws -> Double {
        guard let number = Double(String(digits).trimmingWhitespace()), number.isFinite, number >= 0,
            digits.allSatisfy({ $0.isNumber || ". e-".contains($0) })
        else {
            throw GeodataError(.invalidRequest, "\"\(words)\" is no distance.", remedy: "Write it like 20km or 800m.")
        }
        return number
    }
}
