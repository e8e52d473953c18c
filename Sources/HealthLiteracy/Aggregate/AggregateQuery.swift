public import GeographyModel

/// Which areas to bring together, and into what.
public struct AggregateQuery: Sendable {
    /// What the figures are rolled up to.
    public enum Target: Hashable, Sendable {
        /// A wider level of geography.
        case level(AreaType)
        /// Groups of the user's own, from a CSV file: an area and its group a row, with a share where it is divided.
        case file(String)
    }

    /// What the figures are rolled up to.
    public var target: Target
    /// The indicator; `nil` is low health literacy, or the indicator of the edition that is named.
    public var indicator: String?
    /// The edition; `nil` takes the one with figures for most districts.
    public var edition: String?
    /// The level of geography that is rolled up.
    public var areaType: AreaType

    /// Makes a query.
    public init(
        to target: Target, indicator: String? = nil, edition: String? = nil, areaType: AreaType = .district
    ) {
        self.target = target
        self.indicator = indicator
        self.edition = edition
        self.areaType = areaType
    }
}

/// Figures of wider areas, computed from those of the areas that they are made of.
public struct Aggregation: Sendable {
    /// A wider area, or a group of the user's.
    public struct Group: Sendable {
        /// The area's code, or the group's name.
        public var code: String
        /// The area's name, or the group's.
        public var name: String
        /// 1 is the greatest need.
        public var rank: Int
        /// The least rank that the draws leave, at 95 %; `nil` without draws.
        public var rankLower: Int?
        /// The greatest rank that the draws leave, at 95 %; `nil` without draws.
        public var rankUpper: Int?
        /// The percentage, weighted by people.
        public var value: Double
        /// The lower end of its 95 % interval; `nil` without draws.
        public var lower: Double?
        /// The upper end of its 95 % interval; `nil` without draws.
        public var upper: Double?
        /// The people whom the percentage is of.
        public var population: Double
        /// How many areas lie in it, whole or in part.
        public var memberCount: Int
    }

    /// What is rolled up.
    public var indicator: Indicator
    /// Whose figures.
    public var edition: Edition
    /// To what, in words.
    public var target: String
    /// The wider areas, greatest need first.
    public var groups: [Group]
    /// What could not be read of a file of groups.
    public var diagnostics: [Diagnostic]
    /// What the reader must know.
    public var notes: [Note]
}
