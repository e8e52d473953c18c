extension Queryable {
    /// How many people were counted for the value, where the source says.
    static let count = Queryable(
        "count", .number, "How many people were counted for the value, where the source says"
    ) { scope in
        scope.use(.estimate)
        return "estimate.count"
    }
}
