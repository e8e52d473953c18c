public import GeographyModel

/// What to rank, where, and how much of the list to show.
public struct RankingQuery: Sendable {
    /// By what areas are put in order.
    public enum Measure: String, CaseIterable, Sendable {
        /// The indicator's value.
        case percent
        /// The number of people on the bad side of it.
        case people
    }

    /// Which end of the list is shown.
    public enum Selection: Sendable {
        /// Every area.
        case all
        /// The given number of areas with the greatest need.
        case top(Int)
        /// The given number of areas with the least need.
        case bottom(Int)
    }

    /// The identifier of the indicator; `nil` is low health literacy, or the indicator of the edition that is named.
    public var indicator: String?
    /// The identifier of the edition; `nil` takes the one that has figures for most areas.
    public var edition: String?
    /// The level of geography.
    public var areaType: AreaType
    /// Codes or names of wider areas; areas in any of them are ranked. Empty ranks everywhere.
    public var within: [String]
    /// The condition that areas must meet to be ranked. Its `rank` is the place among all areas of the level.
    public var filter: FeatureFilter
    /// By what areas are put in order.
    public var measure: Measure
    /// Which end of the list is shown.
    public var selection: Selection
    /// What areas are compared with; `nil` compares nothing.
    public var benchmark: Benchmark?

    /// Makes a query; the defaults rank all districts by the percentage with low health literacy.
    public init(
        indicator: String? = nil, edition: String? = nil, areaType: AreaType = .district, within: [String] = [],
        filter: FeatureFilter = FeatureFilter(),
        measure: Measure = .percent, selection: Selection = .all,
        benchmark: Benchmark? = nil
    ) {
        self.indicator = indicator
        self.edition = edition
        self.areaType = areaType
        self.within = within
        self.filter = filter
        self.measure = measure
        self.selection = selection
        self.benchmark = benchmark
    }
}
