extension Queryable {
    /// Source of the initiative.
    static let initiativeSourceId = Queryable("source_id", .text, "Source of the initiative") { scope in
        scope.use(.initiativeSource)
        return "initiative_source.source_id"
    }
}
