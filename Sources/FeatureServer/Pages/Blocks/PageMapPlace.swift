/// The place of a map of what the page is about: a sentence, and the same places for mapping tools.
package struct PageMapPlace: Sendable {
    /// What the map is of.
    package var caption: String
    /// The places with their boundaries.
    package var features: PageLink

    /// Makes the place of a map.
    package init(_ caption: String, features: PageLink) {
        self.caption = caption
        self.features = features
    }
}
