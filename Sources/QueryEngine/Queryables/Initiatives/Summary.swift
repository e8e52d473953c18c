extension Queryable {
    /// What it does.
    static let summary = Queryable(
        "summary", .text, "What it does"
    ) { _ in "initiative.summary" }
}
