import GeographyModel
import QueryEngine

/// How the order of features is written: names separated by commas, with `-` before those whose greatest come first.
enum SortOption {
    /// Reads the words after `--sort`.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` for an empty name.
    static func keys(_ words: String?) throws -> [FeatureQuery.SortKey] {
        try (words ?? "").split(separator: ",", omittingEmptySubsequences: words?.isEmpty ?? true).map { part in
            let name = String(part).trimmingWhitespace()
            let bare = name.hasPrefix("-") || name.hasPrefix("+") ? String(name.dropFirst()) : name
            guard !bare.isEmpty else {
                throw GeodataError(
                    .invalidRequest, "--sort has an empty name.", remedy: "Write it like -value,area_name.")
            }
            return FeatureQuery.SortKey(bare, isDescending: name.hasPrefix("-"))
        }
    }
}

/// How collections are named.
enum CollectionOption {
    /// Reads the name of a collection.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` for a name that can be none.
    static func collection(_ name: String) throws -> CollectionID {
        guard let collection = CollectionID(name: name) else {
            throw GeodataError(
                .invalidRequest, "There is no collection \"\(name)\".",
                remedy:
                    "Use districts, counties, icbs, regions, countries, wards, msoas, lsoas, initiatives or estimates.")
        }
        return collection
    }
}
