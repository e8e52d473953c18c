import BoundaryTopology
import GeographyModel
import SpatialStore

/// Which areas of a level adjoin one another: queen contiguity of the full boundaries.
struct AreaNeighbours: Sendable {
    /// The areas that have a boundary, in the order of their codes.
    let codes: [AreaCode]
    /// For each area its neighbours, by their places in ``codes``.
    let neighbours: [[Int]]

    /// Reads the areas of a level, or those of them that are wanted.
    init(of type: AreaType, among wanted: Set<AreaCode>? = nil, _ reader: StoreReader) throws {
        var (codes, shapes): ([AreaCode], [MultiPolygon]) = ([], [])
        try reader.forEachGeometry(of: type, detail: .full) { code, geometry in
            guard wanted?.contains(code) ?? true, case .multiPolygon(let shape) = geometry else { return }
            codes.append(code)
            shapes.append(shape)
        }
        self.codes = codes
        neighbours = try ArcNetwork(shapes).neighbours()
    }

    /// All areas of a level, read once for each state of the store.
    static func remembered(_ type: AreaType, _ reader: StoreReader) throws -> AreaNeighbours {
        try reader.remembered("neighbours \(type.rawValue)") { try AreaNeighbours(of: type, reader) }
    }
}
