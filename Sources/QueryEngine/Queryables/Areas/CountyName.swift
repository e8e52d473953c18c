extension Queryable {
    /// Name of the county that the area lies in, by best fit.
    static let countyName = Queryable(
        "county_name", .text, "Name of the county that the area lies in, by best fit"
    ) { scope in
        scope.use(.ancestor(.county))
        return "county.area_name"
    }
}
