extension Queryable {
    /// The codes of the areas that the initiative works in, at its own level.
    static let areaCodes = Queryable(
        name: "area_codes", kind: .array, title: "Codes of the areas that it works in, at its own level",
        source: .members { _ in AreasOfInitiative.members("area_code") })
}

/// What the queryables on the areas of an initiative have in common.
enum AreasOfInitiative {
    /// A column of the areas that the initiative names, in the order of their codes.
    static func members(_ column: String) -> SQLFragment {
        """
        SELECT area.\(name: column) AS member FROM initiative_area \
        JOIN area ON area.area_key = initiative_area.area_key \
        WHERE initiative_area.initiative_key = initiative.initiative_key ORDER BY area.area_code
        """
    }
}
