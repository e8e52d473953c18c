extension Queryable {
    /// Upper end of the 95 % interval of the value.
    static let upperCi = Queryable(
        "upper_ci", .number, "Upper end of the 95 % interval of the value"
    ) { scope in
        scope.use(.estimate)
        return "estimate.upper_ci"
    }
}
