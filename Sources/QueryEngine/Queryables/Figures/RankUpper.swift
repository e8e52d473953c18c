extension Queryable {
    /// Greatest rank that the uncertainty leaves, at 95 %.
    static let rankUpper = Queryable(
        "rank_upper", .integer, "Greatest rank that the uncertainty leaves, at 95 %"
    ) { scope in
        scope.use(.standing)
        return "standing.rank_upper"
    }
}
