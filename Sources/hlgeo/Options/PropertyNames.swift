import GeographyModel

/// How properties are named in an option: separated by commas.
enum PropertyNames {
    /// Reads the words after an option; `nil` where the option was not given.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` for an empty name.
    static func read(_ words: String?, option: String = "--properties", example: String = "area_code,value") throws
        -> [String]?
    {
        guard let words else { return nil }
        return try words.split(separator: ",", omittingEmptySubsequences: false).map { part in
            let name = String(part).trimmingWhitespace()
            guard !name.isEmpty else {
                throw GeodataError(
                    .invalidRequest, "\(option) has an empty name.", remedy: "Write it like \(example).")
            }
            return name
        }
    }
}
