extension Queryable {
    /// When the initiative ended or will end: the words of the source, compared as the days that they allow.
    static let initiativeEnd = Queryable(
        name: "end", kind: .interval,
        title: "When it ended or will end: the words of the source, compared as the days that they allow",
        source: .interval { _ in
            IntervalSource(
                words: "initiative.end_text", first: "initiative.end_earliest", last: "initiative.end_latest",
                isKnown: "initiative.end_text IS NOT NULL")
        })
}
