import GeographyModel

extension Queryable {
    /// Whether low or high values are good: low-is-good or high-is-good.
    static let polarity = Queryable(
        "polarity", .text, "Whether low or high values are good: low-is-good or high-is-good",
        choices: Polarity.allCases.map(\.rawValue)
    ) { scope in
        scope.use(.edition)
        return "indicator.polarity"
    }
}
