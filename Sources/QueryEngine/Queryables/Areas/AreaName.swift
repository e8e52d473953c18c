extension Queryable {
    /// Name of the area.
    static let areaName = Queryable(
        "area_name", .text, "Name of the area"
    ) { _ in "area.area_name" }
}
