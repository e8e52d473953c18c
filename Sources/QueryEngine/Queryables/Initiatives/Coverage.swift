extension Queryable {
    /// How far it reaches: whole, part, site or unknown.
    static let coverage = Queryable(
        "coverage", .text, "How far it reaches: whole, part, site or unknown"
    ) { _ in "initiative.coverage" }
}
