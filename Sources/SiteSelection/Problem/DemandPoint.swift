public import GeographyModel

/// Where people are who should be reached.
public struct DemandPoint: Hashable, Sendable {
    /// The code or name by which the point is known; unique among the points of a problem.
    public var id: String
    /// How many people, at least 0. A point with weight 0 asks for nothing: no model counts it.
    public var weight: Double
    /// Where it is, where that is known.
    public var position: Position?

    /// Makes a demand point.
    public init(id: String, weight: Double, position: Position? = nil) {
        self.id = id
        self.weight = weight
        self.position = position
    }
}
