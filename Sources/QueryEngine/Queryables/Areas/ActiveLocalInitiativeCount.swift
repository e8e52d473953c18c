extension Queryable {
    /// How many initiatives cover the whole area but not the whole country and are active on the day.
    static let activeLocalInitiativeCount = Queryable(
        "active_local_initiative_count", .integer,
        "How many initiatives cover the whole area but not the whole country and are active on the day"
    ) { scope in
        """
        (SELECT count(*) \(InitiativesOfArea.covering) AND \(InitiativesOfArea.isLocal) \
        AND \(InitiativeActivity.isActive(on: scope.dayValue)))
        """
    }
}
