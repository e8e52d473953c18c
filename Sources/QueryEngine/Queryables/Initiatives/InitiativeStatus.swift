import GeographyModel

extension Queryable {
    /// Where the initiative stands on the day: active, ended, planned or undated.
    static let initiativeStatus = Queryable(
        "status", .text, "Where the initiative stands on the day: active, ended, planned or undated",
        choices: Initiative.Activity.allCases.map(\.rawValue)
    ) { scope in
        """
        CASE WHEN coalesce(initiative.start_text, initiative.end_text) IS NULL THEN 'undated' \
        WHEN initiative.end_latest < \(scope.dayValue) THEN 'ended' \
        WHEN initiative.start_earliest > \(scope.dayValue) THEN 'planned' ELSE 'active' END
        """
    }
}
