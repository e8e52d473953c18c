extension Queryable {
    /// How many people the value is of.
    static let population = Queryable(
        "population", .integer, "How many people the value is of"
    ) { scope in
        scope.use(.standing)
        return "standing.population"
    }
}
