/// Where an initiative stands on a day, by the widest interval that its dates allow; an end that is not stated is open.
enum InitiativeActivity {
    /// Whether it is active on the day.
    static func isActive(on day: SQLFragment) -> SQLFragment {
        """
        (coalesce(initiative.start_text, initiative.end_text) IS NOT NULL \
        AND coalesce(initiative.end_latest >= \(day), TRUE) AND coalesce(initiative.start_earliest <= \(day), TRUE))
        """
    }
}
