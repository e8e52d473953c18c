extension Queryable {
    /// GSS code of the county that the area lies in, by best fit.
    static let countyCode = Queryable(
        "county_code", .text, "GSS code of the county that the area lies in, by best fit"
    ) { scope in
        scope.use(.ancestor(.county))
        return "county.area_code"
    }
}
