extension Queryable {
    /// Least rank that the uncertainty leaves, at 95 %.
    static let rankLower = Queryable(
        "rank_lower", .integer, "Least rank that the uncertainty leaves, at 95 %"
    ) { scope in
        scope.use(.standing)
        return "standing.rank_lower"
    }
}
