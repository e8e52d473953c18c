extension Queryable {
    /// Whose figures: the identifier of the edition.
    static let edition = Queryable(
        "edition", .text, "Whose figures: the identifier of the edition"
    ) { scope in
        scope.use(.edition)
        return "edition.edition_id"
    }
}
