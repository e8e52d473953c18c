extension Queryable {
    /// The place in the words of the source.
    static let place = Queryable(
        "place", .text, "The place in the words of the source"
    ) { _ in "initiative.place" }
}
