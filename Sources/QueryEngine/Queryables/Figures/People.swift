extension Queryable {
    /// How many people are on the bad side of the indicator.
    static let people = Queryable(
        "people", .integer, "How many people are on the bad side of the indicator"
    ) { scope in
        scope.use(.standing)
        return "standing.people"
    }
}
