public import GeographyModel

/// A collection of features that can be queried.
public enum CollectionID: Hashable, Sendable {
    /// All areas of a type, each with the figure of one edition.
    case areas(AreaType)
    /// All initiatives.
    case initiatives
    /// Every figure of every edition, one a feature.
    case estimates

    /// Reads the name of a collection, such as `districts`, `initiatives` or `estimates`.
    public init?(name: String) {
        switch name.lowercased() {
        case "initiatives": self = .initiatives
        case "estimates": self = .estimates
        default:
            // Levels that users bring are called by their identifier or with an s.
            let own = name.hasSuffix("s") ? String(name.dropLast()) : name
            guard !own.isEmpty else { return nil }
            self = .areas(AreaType(collection: name) ?? AreaType(rawValue: own))
        }
    }

    /// The name of the collection.
    public var name: String {
        switch self {
        case .areas(let type): type.plural
        case .initiatives: "initiatives"
        case .estimates: "estimates"
        }
    }
}
