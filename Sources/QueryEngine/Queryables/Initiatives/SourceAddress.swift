extension Queryable {
    /// The page that says so.
    static let sourceAddress = Queryable(
        "source_address", .text, "The page that says so"
    ) { _ in "initiative.source_address" }
}
