extension Queryable {
    /// How many initiatives cover the whole area, whenever they ran.
    static let initiativeCount = Queryable(
        "initiative_count", .integer, "How many initiatives cover the whole area, whenever they ran"
    ) { _ in
        "(SELECT count(*) \(InitiativesOfArea.covering))"
    }
}
