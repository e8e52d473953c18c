extension Queryable {
    /// What the source remarks on the value.
    static let remark = Queryable(
        "remark", .text, "What the source remarks on the value"
    ) { scope in
        scope.use(.estimate)
        return "estimate.remark"
    }
}
