extension Queryable {
    /// The figure, in the unit of the indicator (percent for health literacy; high is bad).
    static let value = Queryable(
        "value", .number, "The figure, in the unit of the indicator (percent for health literacy; high is bad)"
    ) { scope in
        scope.use(.estimate)
        return "estimate.value"
    }
}
