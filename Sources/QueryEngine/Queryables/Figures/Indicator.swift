extension Queryable {
    /// What is measured: the identifier of the indicator.
    static let indicator = Queryable(
        "indicator", .text, "What is measured: the identifier of the indicator"
    ) { scope in
        scope.use(.edition)
        return "indicator.indicator_id"
    }
}
