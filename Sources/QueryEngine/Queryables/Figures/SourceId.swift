extension Queryable {
    /// Source of the value.
    static let sourceId = Queryable(
        "source_id", .text, "Source of the value"
    ) { scope in
        scope.use(.estimateSource)
        return "estimate_source.source_id"
    }
}
