extension Queryable {
    /// When the initiative began: the words of the source, compared as the days that they allow.
    static let initiativeStart = Queryable(
        name: "start", kind: .interval,
        title: "When it began: the words of the source, compared as the days that they allow",
        source: .interval { _ in
            IntervalSource(
                words: "initiative.start_text", first: "initiative.start_earliest", last: "initiative.start_latest",
                isKnown: "initiative.start_text IS NOT NULL")
        })
}
