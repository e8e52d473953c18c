extension Queryable {
    /// How many initiatives cover the whole area and are active on the day.
    static let activeInitiativeCount = Queryable(
        "active_initiative_count", .integer, "How many initiatives cover the whole area and are active on the day"
    ) { scope in
        "(SELECT count(*) \(InitiativesOfArea.covering) AND \(InitiativeActivity.isActive(on: scope.dayValue)))"
    }
}
