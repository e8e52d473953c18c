extension Queryable {
    /// GSS code of the area.
    static let areaCode = Queryable(
        "area_code", .text, "GSS code of the area"
    ) { _ in "area.area_code" }
}
