extension Queryable {
    /// Probability 0 to 1 of being in the worst fifth, where the edition has draws.
    static let probabilityInWorst = Queryable(
        "probability_in_worst", .number, "Probability 0 to 1 of being in the worst fifth, where the edition has draws"
    ) { scope in
        scope.use(.standing)
        return "standing.probability_in_worst"
    }
}
