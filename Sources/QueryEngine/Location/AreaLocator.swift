public import GeographyModel

/// Says which area a position lies in, for areas that are held in memory.
///
/// A position on a boundary belongs to every area whose boundary it is on, as `ST_Intersects` has it; of several areas
/// that cover a position, the one that comes first is the answer. Answers are exact: no rounding decides on which side
/// of an edge a position lies.
///
/// A uniform grid settles most positions at once: a cell is empty, or lies wholly inside the first area that touches
/// it, or holds a short list of candidates. A candidate is asked by even-odd ray crossing, over only those of its edges
/// that are on a level with the cell. Edges of all polygons and rings of an area count alike, so polygons of one area
/// must not overlap; areas may.
///
/// ```swift
/// let locator = AreaLocator(districts)
/// let district = locator.area(at: Position(longitude: -1.5491, latitude: 53.8008))
/// ```
public struct AreaLocator: Sendable {
    let index: AreaIndex

    /// Builds the index; an area's number is its place in `geometries`, and so is its precedence.
    ///
    /// Areas may be empty. Positions whose coordinates are not finite, or beyond ±1e140, are left out of their rings.
    /// All areas together may have up to 2²⁶ vertices, some sixty million.
    public init(_ geometries: [MultiPolygon]) {
        index = AreaIndex(AreaRings(geometries))
    }

    /// The number of the first area that covers a position, boundary included; `nil` where none does.
    public func area(at position: Position) -> Int? {
        let area = index.withLookup { $0.area($0.code(at: position), position) }
        return area < 0 ? nil : Int(area)
    }

    /// The numbers of the areas that share at least one position with a box, boundaries and sides included, as
    /// `ST_Intersects` has it; in ascending order.
    ///
    /// - Parameter box: In CRS84 degrees; an empty one touches nothing.
    public func areas(touching box: BoundingBox) -> [Int] { index.boxes.areas(touching: box) }

    /// The memory that the index takes, in bytes, without what its arrays keep in reserve.
    public var memoryInBytes: Int { index.memoryInBytes }
}
