import GeographyModel
import SpatialStore

/// Where areas of a level stand for distances: their population-weighted centroids where the store has them, else the
/// centroids of their boundaries.
struct AreaPlaces: Sendable {
    /// The place of each area, CRS84.
    let positions: [AreaCode: Position]
    /// What the places are, such as `centroids of districts`.
    let title: String

    /// Reads the places.
    init(of type: AreaType, _ reader: StoreReader) throws {
        var positions: [AreaCode: Position] = [:]
        try reader.forEachGeometry(of: type, detail: .centroid) { code, geometry in
            if case .point(let place) = geometry { positions[code] = place }
        }
        let weighted = try reader.populationCentroids(of: type)
        positions.merge(weighted) { _, weighted in weighted }
        self.positions = positions
        let kind =
            weighted.isEmpty
            ? "centroids"
            : weighted.count == positions.count
                ? "population-weighted centroids" : "partly population-weighted centroids"
        title = "\(kind) of \(type.pluralLabel)"
    }
}
