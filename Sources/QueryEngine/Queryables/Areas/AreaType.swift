extension Queryable {
    /// Level of geography: district, county, icb, region, country, or one that was imported.
    static let areaType = Queryable(
        "area_type", .text, "Level of geography: district, county, icb, region, country, or one that was imported"
    ) { _ in "area.area_type" }
}
