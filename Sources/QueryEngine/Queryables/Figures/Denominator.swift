extension Queryable {
    /// How many people the count is of, where the source says.
    static let denominator = Queryable(
        "denominator", .number, "How many people the count is of, where the source says"
    ) { scope in
        scope.use(.estimate)
        return "estimate.denominator"
    }
}
