extension Queryable {
    /// Name of the integrated care board that the area lies in, by best fit.
    static let icbName = Queryable(
        "icb_name", .text, "Name of the integrated care board that the area lies in, by best fit"
    ) { scope in
        scope.use(.ancestor(.icb))
        return "icb.area_name"
    }
}
