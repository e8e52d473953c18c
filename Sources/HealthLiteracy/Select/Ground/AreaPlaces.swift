import GeographyModel
import SpatialStore

/// Where areas of a level stand for distances: their population-weighted centroids where the store has them, else the
/// centroids of their boundaries.
struct AreaPlaces: Sendable {
    /// The place of each area, CRS84.
    let positions: [AreaCode: Position]
    /// What the places are, such as `centroids of districts`.
    let title: String

    /// The characteristics that hold population-weighted centroids, in degrees.
    static let weighted = (longitude: "population_centroid_longitude", latitude: "population_centroid_latitude")

    /// Reads the places.
    init(of type: AreaType, _ reader: StoreReader) throws {
        var positions: [AreaCode: Position] = [:]
        try reader.forEachGeometry(of: type, detail: .centroid) { code, geometry in
            if case .point(let place) = geometry { positions[code] = place }
        }
        let east = try reader.covariateValues(of: Self.weighted.longitude)
        let north = try reader.covariateValues(of: Self.weighted.latitude)
        var weighted = 0
        for code in positions.keys {
            guard let longitude = east[code], let latitude = north[code] else { continue }
            positions[code] = Position(longitude: longitude, latitude: latitude)
            weighted += 1
        }
        self.positions = positions
        let kind =
            weighted == 0
            ? "centroids"
            : weighted == positions.count ? "population-weighted centroids" : "partly population-weighted centroids"
        title = "\(kind) of \(type.pluralLabel)"
    }
}
