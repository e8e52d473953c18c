import GeographyModel

extension Queryable {
    /// How the value came about: published, combined, modelled or suppressed.
    static let status = Queryable(
        "status", .text, "How the value came about: published, combined, modelled or suppressed",
        choices: Estimate.Status.allCases.map(\.rawValue)
    ) { scope in
        scope.use(.estimate)
        return "estimate.status"
    }
}
