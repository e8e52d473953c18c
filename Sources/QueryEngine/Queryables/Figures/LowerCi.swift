extension Queryable {
    /// Lower end of the 95 % interval of the value.
    static let lowerCi = Queryable(
        "lower_ci", .number, "Lower end of the 95 % interval of the value"
    ) { scope in
        scope.use(.estimate)
        return "estimate.lower_ci"
    }
}
