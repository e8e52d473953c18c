public import GeographyModel

/// Everything that is held about one area.
public struct AreaProfile: Sendable {
    /// A wider area that this one lies in.
    public struct Parent: Sendable {
        /// The wider area.
        public var area: Area
        /// How much of this area lies in it, as a proportion 0…1 of its LSOAs.
        public var share: Double
        /// Whether a best-fit lookup gives it.
        public var isBestFit: Bool
    }

    /// Where the area stands among those of its type in a wider area.
    public struct Standing: Sendable {
        /// The wider area.
        public var scope: Area
        /// 1 is the greatest need.
        public var rank: Int
        /// How many areas are ranked there.
        public var count: Int
    }

    /// A figure of one edition.
    public struct Figure: Sendable {
        /// What it measures.
        public var indicator: Indicator
        /// Whose figure it is.
        public var edition: Edition
        /// Where it came from.
        public var source: DataSource
        /// The figure.
        public var estimate: Estimate
        /// How many people are on the bad side of the indicator, where a population is known.
        public var people: Double?
        /// The people whom the percentage is of.
        public var population: Double?
        /// England's figure in the same edition.
        public var benchmark: Double?
        /// Where the area stands; empty where it is the only one with a figure.
        public var standings: [Standing]
    }

    /// An initiative that touches the area.
    public struct InitiativeEntry: Sendable {
        /// The initiative.
        public var initiative: Initiative
        /// Where it stands on the day.
        public var activity: Initiative.Activity
        /// How it touches the area.
        public var reach: InitiativeReach
        /// Through which area.
        public var via: String
    }

    /// The area.
    public var area: Area
    /// What was asked for.
    public var asked: String
    /// The wider areas, the nearest first.
    public var parents: [Parent]
    /// Old areas that it was made from.
    public var predecessors: [String]
    /// Residents, all ages, Census 2021; `nil` where not known.
    public var residents: Double?
    /// Residents aged 16 to 64, Census 2021; `nil` where not known.
    public var workingAge: Double?
    /// Its figures, one an edition.
    public var figures: [Figure]
    /// Where it stands among all areas of its level; `nil` where it has no figure to rank.
    public var order: Order?
    /// The initiatives that touch it.
    public var initiatives: [InitiativeEntry]
    /// The day on which activity was judged.
    public var day: CalendarDay
    /// What the reader must know.
    public var notes: [Note]
}
