extension Queryable {
    /// Programme that the initiative belongs to.
    static let programme = Queryable(
        "programme", .text, "Programme that the initiative belongs to"
    ) { _ in "initiative.programme" }
}
