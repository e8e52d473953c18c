public import GeographyModel
public import QueryEngine

/// Which features of a collection to read, as people ask for them.
public struct CollectionQuery: Sendable {
    /// The collection.
    public var collection: CollectionID
    /// The condition that features must meet.
    public var filter: FeatureFilter
    /// Further conditions that features must meet.
    public var conditions: [FilterExpression]
    /// Codes or names of areas that features must lie in; empty takes all.
    public var within: [String]
    /// Whose figures areas carry; `nil` takes low health literacy, or the indicator of the edition.
    public var indicator: String?
    /// The edition; `nil` takes the one that has figures for most areas.
    public var edition: String?
    /// The day on which initiatives count as active; `nil` is today.
    public var day: CalendarDay?
    /// Which properties, in this order; `nil` is the usual ones.
    public var properties: [String]?
    /// The order.
    public var sort: [FeatureQuery.SortKey]
    /// With which geometry.
    public var geometry: GeometryDetail
    /// The reference system of the geometry.
    public var system: CoordinateReferenceSystem
    /// How many features at most.
    public var limit: Int?
    /// Where the page begins.
    public var after: PageToken?

    /// Makes a query.
    public init(
        collection: CollectionID, filter: FeatureFilter = FeatureFilter(), conditions: [FilterExpression] = [],
        within: [String] = [],
        indicator: String? = nil, edition: String? = nil, day: CalendarDay? = nil, properties: [String]? = nil,
        sort: [FeatureQuery.SortKey] = [], geometry: GeometryDetail = .none,
        system: CoordinateReferenceSystem = .crs84, limit: Int? = nil, after: PageToken? = nil
    ) {
        self.collection = collection
        self.filter = filter
        self.conditions = conditions
        self.within = within
        self.indicator = indicator
        self.edition = edition
        self.day = day
        self.properties = properties
        self.sort = sort
        self.geometry = geometry
        self.system = system
        self.limit = limit
        self.after = after
    }
}
