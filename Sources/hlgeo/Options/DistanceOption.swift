import GeographyModel

/// How distances are written: a number with `km` or `m`, or bare (metres, or the unit of a matrix).
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
        return try metres(words)
    }

    /// Reads a distance, in metres where a unit is given.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest`.
    static func metres(_ words: String) throws -> Double {
        let text = words.trimmingWhitespace().lowercased()
        let (digits, factor) =
            text.hasSuffix("km")
            ? (text.dropLast(2), 1000.0) : text.hasSuffix("m") ? (text.dropLast(), 1) : (text[...], 1)
        guard let number = Double(String(digits).trimmingWhitespace()), number.isFinite, number >= 0,
            digits.allSatisfy({ $0.isNumber || ". e-".contains($0) })
        else {
            throw GeodataError(.invalidRequest, "\"\(words)\" is no distance.", remedy: "Write it like 20km or 800m.")
        }
        return number * factor
    }
}
