import GeographyModel

/// How distances are written: a number with `km` or `m`, or bare (metres, or the unit of a matrix).
enum DistanceOption {
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
