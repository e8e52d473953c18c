public import GeographyModel
public import RankInference

/// Which figures to look at for a spatial pattern and for inequality.
public struct PatternQuery: Sendable {
    /// Whose figures, and where.
    public var ranking: RankingQuery
    /// How many times figures are scattered at random.
    public var permutations: Int
    /// What the scattering begins from; the same seed gives the same p-values.
    public var seed: UInt64
    /// The characteristic by which areas are put in order of deprivation; more is more deprived.
    public var deprivation: String

    /// Makes a query.
    public init(
        ranking: RankingQuery = RankingQuery(), permutations: Int = 999, seed: UInt64 = 2021,
        deprivation: String = "imd2025_avg_score"
    ) {
        self.ranking = ranking
        self.permutations = permutations
        self.seed = seed
        self.deprivation = deprivation
    }
}

/// How figures lie in space and over deprivation.
public struct SpatialPattern: Sendable {
    /// One area of the pattern.
    public struct Place: Sendable {
        /// The area.
        public var area: Area
        /// Its figure.
        public var value: Double
        /// How many areas adjoin it.
        public var neighbourCount: Int
        /// Its local statistic.
        public var local: LocalMoran
    }

    /// Inequality over deprivation, of the figures as they are, with intervals where there are draws.
    public struct OverDeprivation: Sendable {
        /// The characteristic.
        public var covariate: Covariate
        /// The indices.
        public var value: Inequality
        /// Their intervals; `nil` without draws.
        public var interval: InequalityEstimate?
    }

    /// What is looked at.
    public var indicator: Indicator
    /// Whose figures.
    public var edition: Edition
    /// The part of the country, in words.
    public var scope: String
    /// The level of geography.
    public var areaType: AreaType
    /// Moran's I of all areas together.
    public var moran: MoransI
    /// What the scattering began from.
    public var seed: UInt64
    /// Every area, the least p-value first.
    public var places: [Place]
    /// `nil` where the areas have no such characteristic.
    public var inequality: OverDeprivation?
    /// What the reader must know.
    public var notes: [Note]
}
