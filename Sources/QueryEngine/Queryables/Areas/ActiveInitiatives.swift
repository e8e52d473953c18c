extension Queryable {
    /// The names of the initiatives that cover the whole area and are active on the day.
    static let activeInitiatives = Queryable(
        name: "active_initiatives", kind: .array,
        title: "Names of the initiatives that cover the whole area and are active on the day",
        source: .members { scope in
            """
            SELECT initiative.name AS member \(InitiativesOfArea.covering) \
            AND \(InitiativeActivity.isActive(on: scope.dayValue)) ORDER BY initiative.name, initiative.initiative_id
            """
        })
}
