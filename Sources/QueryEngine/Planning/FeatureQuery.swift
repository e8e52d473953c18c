public import GeographyModel

/// What to read from a collection: which features, in which order, with which properties and geometry.
public struct FeatureQuery: Sendable {
    /// A property that features are put in order by.
    public struct SortKey: Hashable, Sendable {
        /// The queryable.
        public var name: String
        /// Whether the greatest come first. Features without a value come last either way.
        public var isDescending: Bool

        /// Sorts by a queryable.
        public init(_ name: String, isDescending: Bool = false) {
            self.name = name
            self.isDescending = isDescending
        }
    }

    /// The collection.
    public var collection: CollectionID
    /// The condition that features must meet; `nil` takes all.
    public var filter: FilterExpression?
    /// The reference system of the filter's geometries.
    public var filterSystem: CoordinateReferenceSystem
    /// The box that features must touch; `nil` takes them wherever they are.
    public var box: FilterBox?
    /// The reference system of the box.
    public var boxSystem: CoordinateReferenceSystem
    /// Codes of areas; features in any of them are taken, by best fit. Empty takes all.
    public var within: [AreaCode]
    /// The indicator and the edition of the figures that areas carry; `nil` leaves areas without figures.
    public var figures: Figures?
    /// The day on which initiatives count as active.
    public var day: CalendarDay
    /// Which properties features carry, in this order; `nil` is the usual ones.
    public var properties: [String]?
    /// The order; features that it leaves equal, or without it all of them, are ordered by their identifiers.
    public var sort: [SortKey]
    /// With which geometry.
    public var geometry: GeometryDetail
    /// The reference system of the geometry that is handed out.
    public var system: CoordinateReferenceSystem
    /// How many features a page has at most; `nil` sets no limit.
    public var limit: Int?
    /// Where the page begins: after the last feature of the page that gave this token; or ends, before its first.
    public var after: PageToken?

    /// Whose figures areas carry.
    public struct Figures: Hashable, Sendable {
        /// The identifier of the indicator.
        public var indicator: String
        /// The identifier of the edition.
        public var edition: String

        /// Names an edition of an indicator.
        public init(indicator: String, edition: String) {
            self.indicator = indicator
            self.edition = edition
        }
    }

    /// Makes a query; the defaults read all features without geometry.
    public init(
        collection: CollectionID, filter: FilterExpression? = nil, filterSystem: CoordinateReferenceSystem = .crs84,
        box: FilterBox? = nil, boxSystem: CoordinateReferenceSystem = .crs84,
        within: [AreaCode] = [], figures: Figures? = nil, day: CalendarDay, properties: [String]? = nil,
        sort: [SortKey] = [], geometry: GeometryDetail = .none, system: CoordinateReferenceSystem = .crs84,
        limit: Int? = nil, after: PageToken? = nil
    ) {
        self.collection = collection
        self.filter = filter
        self.filterSystem = filterSystem
        self.box = box
        self.boxSystem = boxSystem
        self.within = within
        self.figures = figures
        self.day = day
        self.properties = properties
        self.sort = sort
        self.geometry = geometry
        self.system = system
        self.limit = limit
        self.after = after
    }
}

/// How much one query may ask for.
public struct QueryLimits: Sendable {
    /// How many features a page may have.
    public var rows: Int
    /// How long the statements of a query may run together; `nil` sets no limit.
    public var time: Duration?

    /// Sets the limits; the defaults are 10,000 features and 30 seconds.
    public init(rows: Int = 10_000, time: Duration? = .seconds(30)) {
        self.rows = rows
        self.time = time
    }
}
