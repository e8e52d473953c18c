package import GeographyModel

/// What is said about a collection of features as a whole, before the first of them.
package struct CollectionHeader: Sendable {
    /// What the collection is called.
    package var name: String
    /// The box around all features, in CRS84 degrees; `nil` where it is not known beforehand.
    package var boundingBox: BoundingBox?
    /// How many features follow; `nil` where it is not known beforehand.
    package var numberOfFeatures: Int?
    /// Members that a protocol adds, such as OGC API – Features' `timeStamp`, `links` and `numberMatched`.
    package var members: [Property]
    /// What the reader must know to use the figures rightly.
    package var notes: [Note]
    /// Who must be named where the features are shown.
    package var attribution: String?

    /// Describes a collection.
    package init(
        name: String, boundingBox: BoundingBox? = nil, numberOfFeatures: Int? = nil, members: [Property] = [],
        notes: [Note] = [], attribution: String? = nil
    ) {
        self.name = name
        self.boundingBox = boundingBox
        self.numberOfFeatures = numberOfFeatures
        self.members = members
        self.notes = notes
        self.attribution = attribution
    }
}

extension [Note] {
    /// The notes as JSON formats carry them: `[{"code": …, "text": …}, …]`.
    package var asPropertyValue: PropertyValue {
        .array(map { .object([Property("code", .text($0.code.rawValue)), Property("text", .text($0.text))]) })
    }
}
