import GeographyModel

/// Which ranking to draw as a picture.
public struct MapQuery: Sendable {
    /// The ranking.
    public var ranking: RankingQuery
    /// How many of the areas with the greatest need are named on the map.
    public var labels: Int
    /// Whether to draw one hexagon an area instead of boundaries.
    public var drawsHexagons: Bool
    /// Into how many classes the areas are divided, 3…9.
    public var classes: Int
    /// How the classes are made.
    public var classMethod: ClassMethod
    /// A selection of sites to draw on top; `nil` for none.
    public var selection: SelectionLayer?

    /// Makes a query.
    public init(
        ranking: RankingQuery, labels: Int = 10, drawsHexagons: Bool = false, classes: Int = 5,
        classMethod: ClassMethod = .quantile, selection: SelectionLayer? = nil
    ) {
        self.ranking = ranking
        self.labels = labels
        self.drawsHexagons = drawsHexagons
        self.classes = classes
        self.classMethod = classMethod
        self.selection = selection
    }
}
