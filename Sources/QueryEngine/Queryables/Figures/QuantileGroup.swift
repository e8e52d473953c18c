extension Queryable {
    /// Fifth by need: 1 is the greatest need, 5 the least.
    static let quantileGroup = Queryable(
        "quantile_group", .integer, "Fifth by need: 1 is the greatest need, 5 the least"
    ) { scope in
        scope.use(.standing)
        return "standing.quantile_group"
    }
}
