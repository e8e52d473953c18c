extension Queryable {
    /// The names of the areas that the initiative works in, at its own level.
    static let areaNames = Queryable(
        name: "area_names", kind: .array, title: "Names of the areas that it works in, in the order of their codes",
        source: .members { _ in AreasOfInitiative.members("area_name") })
}
