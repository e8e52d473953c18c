extension Queryable {
    /// The latest stated end of the initiatives that cover the whole area.
    static let latestInitiativeEnd = Queryable(
        "latest_initiative_end", .date,
        "The latest day on which an initiative that covers the whole area ended or will end, where sources say"
    ) { _ in
        "(SELECT max(initiative.end_latest) \(InitiativesOfArea.covering))"
    }
}
