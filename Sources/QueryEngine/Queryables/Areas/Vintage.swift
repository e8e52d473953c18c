extension Queryable {
    /// Year or date of the boundaries that the code belongs to.
    static let vintage = Queryable(
        "vintage", .text, "Year or date of the boundaries that the code belongs to"
    ) { _ in "area.vintage" }
}
