extension Queryable {
    /// Identifier of the initiative.
    static let initiativeId = Queryable(
        "initiative_id", .text, "Identifier of the initiative"
    ) { _ in "initiative.initiative_id" }
}
