extension Queryable {
    /// Name of the district that the area lies in, by best fit.
    static let districtName = Queryable(
        "district_name", .text, "Name of the district that the area lies in, by best fit"
    ) { scope in
        scope.use(.ancestor(.district))
        return "district.area_name"
    }
}
