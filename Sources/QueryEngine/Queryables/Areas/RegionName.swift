extension Queryable {
    /// Name of the region that the area lies in, by best fit.
    static let regionName = Queryable(
        "region_name", .text, "Name of the region that the area lies in, by best fit"
    ) { scope in
        scope.use(.ancestor(.region))
        return "region.area_name"
    }
}
