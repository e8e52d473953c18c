extension Queryable {
    /// Unit of the value, lower_ci and upper_ci.
    static let unit = Queryable(
        "unit", .text, "Unit of the value, lower_ci and upper_ci"
    ) { scope in
        scope.use(.edition)
        return "indicator.unit"
    }
}
