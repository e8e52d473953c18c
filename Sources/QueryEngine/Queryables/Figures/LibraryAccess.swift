extension Queryable {
    /// Percent of residents within a 30 minute walk of a library (ONS 2024).
    static let libraryAccess = Queryable(
        "library_access", .number, "Percent of residents within a 30 minute walk of a library (ONS 2024)"
    ) { scope in
        scope.use(.libraryAccess)
        return "library_access.value"
    }
}
