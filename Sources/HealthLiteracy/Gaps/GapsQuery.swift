public import GeographyModel

/// Where need is high and nobody is working.
public struct GapsQuery: Sendable {
    /// Which initiatives close a gap.
    public enum Closing: String, CaseIterable, Sendable {
        /// Those that are active on the day.
        case active
        /// Any that is or was there.
        case any
    }

    /// How areas are ranked, and where.
    public var ranking: RankingQuery
    /// Into how many groups of equal size the areas are divided; the worst group is looked at. 5 are quintiles.
    public var groups: Int
    /// Which initiatives close a gap.
    public var closing: Closing
    /// Whether initiatives that cover the whole country close gaps too; they would close all of them.
    public var countsNationwide: Bool
    /// The day on which activity is judged; `nil` is today.
    public var day: CalendarDay?

    /// Makes a query; the defaults look at the worst fifth and at active initiatives below national level.
    public init(
        ranking: RankingQuery = RankingQuery(), groups: Int = 5, closing: Closing = .active,
        countsNationwide: Bool = false, day: CalendarDay? = nil
    ) {
        self.ranking = ranking
        self.groups = groups
        self.closing = closing
        self.countsNationwide = countsNationwide
        self.day = day
    }
}

/// The areas with the greatest need that no initiative covers.
public struct Gaps: Sendable {
    /// The ranking of all areas in the scope.
    public var ranking: Ranking
    /// How many areas are in the worst group.
    public var worstCount: Int
    /// How many of those no initiative covers, shown or not.
    public var gapCount: Int
    /// What was asked.
    public var query: GapsQuery
    /// The day on which activity was judged.
    public var day: CalendarDay
    /// The uncovered areas that are shown, greatest need first.
    public var areas: [GapArea]
    /// What the reader must know.
    public var notes: [Note]
}

/// An area that no initiative covers as a whole.
public struct GapArea: Sendable {
    /// The area with its figure.
    public var ranked: RankedArea
    /// Names of initiatives that work in a part of it and so do not close the gap.
    public var partial: [String]
}
