public import GeographyModel
import QueryEngine

/// In which areas points shall be found, and what is said of them.
public struct LocateQuery: Sendable {
    /// The level of geography.
    public var areaType: AreaType
    /// Whose figures; `nil` takes low health literacy, or the indicator of the edition.
    public var indicator: String?
    /// The edition; `nil` takes the one that has figures for most areas.
    public var edition: String?
    /// The day on which initiatives count as active; `nil` is today.
    public var day: CalendarDay?
    /// What is said of the area, in this order.
    public var properties: [String]

    /// What is said of an area unless a query names something else.
    public static let usualProperties = [
        "area_code", "area_name", "region_name", "value", "lower_ci", "upper_ci", "rank", "rank_lower", "rank_upper",
        "active_initiatives",
    ]

    /// Makes a query; the defaults find districts.
    public init(
        areaType: AreaType = .district, indicator: String? = nil, edition: String? = nil, day: CalendarDay? = nil,
        properties: [String]? = nil
    ) {
        self.areaType = areaType
        self.indicator = indicator
        self.edition = edition
        self.day = day
        self.properties = properties ?? Self.usualProperties
    }

    /// The query for the areas themselves.
    func collectionQuery(filter: FeatureFilter = FeatureFilter()) -> CollectionQuery {
        CollectionQuery(
            collection: .areas(areaType), filter: filter, indicator: indicator, edition: edition, day: day,
            properties: properties)
    }
}

/// How a file of points is laid out, where it does not tell by itself.
public struct PointColumns: Sendable {
    /// The column of longitudes or eastings; `nil` finds it by its name.
    public var x: String?
    /// The column of latitudes or northings; `nil` finds it by its name.
    public var y: String?
    /// The reference system of the points; `nil` tells by the columns' names, or else by the first point.
    public var system: CoordinateReferenceSystem?

    /// Describes a file.
    public init(x: String? = nil, y: String? = nil, system: CoordinateReferenceSystem? = nil) {
        self.x = x
        self.y = y
        self.system = system
    }
}

/// What became of the points of a file.
public struct LocateSummary: Hashable, Sendable {
    /// Points that lie in an area.
    public var located = 0
    /// Points that lie in none.
    public var outside = 0
    /// Rows without a point that could be read.
    public var bad = 0
    /// The reference system of the points.
    public var system = CoordinateReferenceSystem.crs84
    /// The columns of the file that was written.
    public var columns: [String] = []
    /// What must be said about the figures.
    public var notes: [Note] = []
    /// What was noticed about the file.
    public var diagnostics: [Diagnostic] = []

    /// Rows in all.
    public var rows: Int { located + outside + bad }
}

/// What is known of the areas of some points.
public struct LocatedPoints: Sendable {
    /// The names of what is said of an area.
    public var columns: [String]
    /// For each point what is said of its area, in the order of the columns; `nil` where it lies in none.
    public var rows: [[PropertyValue]?]
    /// What must be said about the figures.
    public var notes: [Note]
}
