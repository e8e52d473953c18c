extension Queryable {
    /// Place among all areas of the level in the edition; 1 is the greatest need.
    static let rank = Queryable(
        "rank", .integer, "Place among all areas of the level in the edition; 1 is the greatest need"
    ) { scope in
        scope.use(.standing)
        return "standing.rank"
    }
}
