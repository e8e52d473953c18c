extension Queryable {
    /// From the first day on which the initiative may have run to the last.
    static let initiativePeriod = Queryable(
        name: "period", kind: .interval,
        title: "From the first day on which it may have run to the last, as first/last; .. where an end is open",
        source: .interval { _ in
            IntervalSource(
                words: """
                    CASE WHEN coalesce(initiative.start_text, initiative.end_text) IS NULL THEN NULL ELSE \
                    coalesce(initiative.start_earliest, '..') || '/' || coalesce(initiative.end_latest, '..') END
                    """,
                first: "initiative.start_earliest", last: "initiative.end_latest",
                isKnown: "coalesce(initiative.start_text, initiative.end_text) IS NOT NULL")
        })
}
