extension Queryable {
    /// Name of the initiative.
    static let initiativeName = Queryable(
        "name", .text, "Name of the initiative"
    ) { _ in "initiative.name" }
}
