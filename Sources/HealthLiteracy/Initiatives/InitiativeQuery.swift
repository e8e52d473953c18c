public import GeographyModel

/// Which initiatives to list.
public struct InitiativeQuery: Sendable {
    /// Codes or names of areas; initiatives that touch any of them are listed. Empty lists all.
    public var within: [String]
    /// Where the initiatives stand on the day; empty lists all.
    public var activities: Set<Initiative.Activity>
    /// Words that the programme, name or organisation contains, without regard to case or accents.
    public var words: String?
    /// The condition that initiatives must meet.
    public var filter: FeatureFilter
    /// The day on which activity is judged; `nil` is today.
    public var day: CalendarDay?

    /// Makes a query; the defaults list every initiative.
    public init(
        within: [String] = [], activities: Set<Initiative.Activity> = [], words: String? = nil,
        filter: FeatureFilter = FeatureFilter(), day: CalendarDay? = nil
    ) {
        self.within = within
        self.activities = activities
        self.words = words
        self.filter = filter
        self.day = day
    }
}

/// Initiatives with where they stand on a day.
public struct InitiativeList: Sendable {
    /// One initiative of the list.
    public struct Entry: Sendable {
        /// The initiative.
        public var initiative: Initiative
        /// Where it stands on the day.
        public var activity: Initiative.Activity
        /// The names of its areas, in the order of its area codes.
        public var areaNames: [String]
        /// How it touches the area that was asked about, where one was.
        public var reach: InitiativeReach?
    }

    /// The day on which activity was judged.
    public var day: CalendarDay
    /// The part of the country, in words.
    public var scope: String
    /// The initiatives, in the order of their names.
    public var entries: [Entry]
    /// What the reader must know.
    public var notes: [Note]
}
