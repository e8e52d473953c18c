extension Initiative {
    /// Where an initiative stands on a day.
    public enum Activity: String, CaseIterable, Sendable {
        /// The day lies in the widest interval that its dates allow.
        case active
        /// It ended before the day.
        case ended
        /// It begins after the day.
        case planned
        /// Its source gives no date at all.
        case undated
    }

    /// Where the initiative stands on `day`.
    ///
    /// Partial dates are read as the widest interval that they allow; an end that the source does not state is open.
    public func activity(on day: CalendarDay) -> Activity {
        if start == nil, end == nil { return .undated }
        if let end, let latest = end.latest, latest < day { return .ended }
        if let start, start.earliest > day { return .planned }
        return .active
    }

    /// Whether the source says when the initiative ended or will end, so that *active* is more than *not known to
    /// have ended*.
    public var isEndStated: Bool { end?.latest != nil }
}
