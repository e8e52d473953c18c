extension Queryable {
    /// GSS code of the integrated care board that the area lies in, by best fit.
    static let icbCode = Queryable(
        "icb_code", .text, "GSS code of the integrated care board that the area lies in, by best fit"
    ) { scope in
        scope.use(.ancestor(.icb))
        return "icb.area_code"
    }
}
