extension Queryable {
    /// The level in the words of the source, such as county.
    static let placeLevel = Queryable(
        "place_level", .text, "The level in the words of the source, such as county"
    ) { _ in "initiative.place_level" }
}
