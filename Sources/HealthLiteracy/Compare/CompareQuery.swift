public import GeographyModel
public import RankInference

/// Which areas to compare with one another.
public struct CompareQuery: Sendable {
    /// Codes or names, two or more; `Newham@ons-2024-05` takes the area's figure from that edition.
    public var areas: [String]
    /// The indicator; `nil` is low health literacy, or the indicator of the edition that is named.
    public var indicator: String?
    /// The edition of areas that name none; `nil` takes the usual one.
    public var edition: String?
    /// Whether figures of different editions may be compared, which differ in ages, census and method.
    public var acrossEditions: Bool

    /// Makes a query.
    public init(areas: [String], indicator: String? = nil, edition: String? = nil, acrossEditions: Bool = false) {
        self.areas = areas
        self.indicator = indicator
        self.edition = edition
        self.acrossEditions = acrossEditions
    }
}

/// How areas differ, pair by pair.
public struct AreaComparison: Sendable {
    /// An area with its figure.
    public struct Side: Sendable {
        /// The area.
        public var area: Area
        /// The edition of its figure.
        public var edition: Edition
        /// Its figure.
        public var estimate: Estimate
    }

    /// Two areas and how they differ.
    public struct Pair: Sendable {
        /// The first area.
        public var first: Side
        /// The second area.
        public var second: Side
        /// The first value less the second.
        public var difference: Double
        /// The interval of the difference, and the probability that the first is higher; `nil` where nothing supports it.
        public var certainty: AreaDifference?
    }

    /// What is compared.
    public var indicator: Indicator
    /// The areas, in the order in which they were named.
    public var sides: [Side]
    /// Every pair, the earlier named first.
    public var pairs: [Pair]
    /// What the reader must know.
    public var notes: [Note]
}
