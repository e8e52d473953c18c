extension Queryable {
    /// Who ran it.
    static let organisation = Queryable(
        "organisation", .text, "Who ran it"
    ) { _ in "initiative.organisation" }
}
