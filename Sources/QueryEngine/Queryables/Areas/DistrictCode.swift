extension Queryable {
    /// GSS code of the district that the area lies in, by best fit.
    static let districtCode = Queryable(
        "district_code", .text, "GSS code of the district that the area lies in, by best fit"
    ) { scope in
        scope.use(.ancestor(.district))
        return "district.area_code"
    }
}
