extension Queryable {
    /// GSS code of the region that the area lies in, by best fit.
    static let regionCode = Queryable(
        "region_code", .text, "GSS code of the region that the area lies in, by best fit"
    ) { scope in
        scope.use(.ancestor(.region))
        return "region.area_code"
    }
}
