/// The ranks that an area may have: 1 is the greatest need.
public struct RankInterval: Hashable, Sendable {
    /// The least rank, the greatest need that the figures allow.
    public var lower: Int
    /// The greatest rank, the least need that the figures allow.
    public var upper: Int

    /// Makes an interval.
    public init(lower: Int, upper: Int) {
        self.lower = lower
        self.upper = upper
    }

    /// Whether the rank is one that the area may have.
    public func contains(_ rank: Int) -> Bool { lower <= rank && rank <= upper }
}

/// Where an area's rank lies over the draws: 1 is the greatest need.
public struct RankDistribution: Hashable, Sendable {
    /// The interval of the rank.
    public var interval: RankInterval
    /// The least rank that at least half of the draws do not exceed.
    public var median: Int
    /// The mean of the rank over the draws.
    public var expected: Double
    /// The share of draws, 0…1, in which the area is among the worst, ties with the last of them included.
    public var probabilityInWorst: Double
    /// The share of draws, 0…1, in which no area is worse.
    public var probabilityWorst: Double
}
