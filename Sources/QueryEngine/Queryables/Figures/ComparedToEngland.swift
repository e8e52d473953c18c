extension Queryable {
    /// Comparison with England at 95 %: worse, similar or better.
    static let comparedToEngland = Queryable(
        "compared_to_england", .text, "Comparison with England at 95 %: worse, similar or better",
        choices: ["worse", "similar", "better"]
    ) { scope in
        scope.use(.standing)
        return "standing.compared_to_england"
    }
}
