extension Queryable {
    /// How many initiatives cover the whole area but not the whole country, whenever they ran.
    static let localInitiativeCount = Queryable(
        "local_initiative_count", .integer,
        "How many initiatives cover the whole area but not the whole country, whenever they ran"
    ) { _ in
        "(SELECT count(*) \(InitiativesOfArea.covering) AND \(InitiativesOfArea.isLocal))"
    }
}
