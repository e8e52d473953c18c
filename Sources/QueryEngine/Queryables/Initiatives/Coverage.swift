import GeographyModel

extension Queryable {
    /// How far it reaches: whole, part, site or unknown.
    static let coverage = Queryable(
        "coverage", .text, "How far it reaches: whole, part, site or unknown",
        choices: Initiative.Coverage.allCases.map(\.rawValue)
    ) { _ in "initiative.coverage" }
}
