public import GeographyModel

/// Areas in order of need, with what the order rests on.
public struct Ranking: Sendable {
    /// What is ranked.
    public var indicator: Indicator
    /// Whose figures.
    public var edition: Edition
    /// Where the edition came from.
    public var source: DataSource
    /// By what.
    public var measure: RankingQuery.Measure
    /// The level of geography.
    public var areaType: AreaType
    /// The part of the country, in words.
    public var scope: String
    /// How many areas were ranked, shown or not.
    public var rankedCount: Int
    /// How many areas of the scope have no figure and so no rank.
    public var unrankedCount: Int
    /// The areas that are shown, greatest need first (least need first where the query asked for the bottom).
    public var areas: [RankedArea]
    /// What the areas were compared with; `nil` where that was not asked.
    public var benchmark: Benchmark?
    /// What the reader must know.
    public var notes: [Note]
}

/// One area of a ranking.
public struct RankedArea: Sendable {
    /// 1 is the greatest need; equal figures share a rank and the next one is skipped (standard competition rule).
    public var rank: Int
    /// The least rank that the figures' uncertainty leaves, at 95 %; `nil` where nothing supports an interval.
    public var rankLower: Int?
    /// The greatest rank that the figures' uncertainty leaves, at 95 %.
    public var rankUpper: Int?
    /// The probability 0…1 of being among the worst k of the areas ranked (k is the number of areas asked for, else a
    /// fifth); `nil` where the edition has no draws.
    public var probabilityInWorst: Double?
    /// The area.
    public var area: Area
    /// The region that it lies in.
    public var region: Area?
    /// The figure as it is recorded.
    public var estimate: Estimate
    /// How many people are on the bad side of the indicator; `nil` where no population is known.
    public var people: Double?
    /// The people whom the percentage is of.
    public var population: Double?
    /// The group of about equal size by need, 1 (the worst fifth) … 5, by the rule of Fingertips.
    public var quantileGroup: Int
    /// How it stands against the benchmark; `nil` where that was not asked or cannot be told.
    public var benchmark: BenchmarkStanding?
    /// The identifier of the source of this figure.
    public var sourceID: String

    /// Into how many groups areas are divided.
    public static let groupCount = 5
}
