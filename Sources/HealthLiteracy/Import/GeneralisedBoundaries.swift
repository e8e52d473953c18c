import BoundaryTopology
import FeatureFormats
import GeographyModel
import SpatialStore

/// Boundaries generalised together, so that neighbours keep their common lines, and encoded once for all maps.
struct GeneralisedBoundaries {
    /// How far they are generalised, in metres.
    let tolerance: Double
    private let boundaries: [MultiPolygon]

    /// Generalises all boundaries in one network.
    init(_ originals: [MultiPolygon], tolerance: Double) throws {
        self.tolerance = tolerance
        boundaries = try ArcNetwork(originals).generalised(tolerance: tolerance).boundaries()
    }

    /// A twentieth of the typical area's width, in metres: details that nobody sees on a map of many areas.
    static func tolerance(for originals: [MultiPolygon]) -> Double {
        // A thousand areas tell the typical one well enough.
        let step = max(1, originals.count / 1000)
        let areas = stride(from: 0, to: originals.count, by: step).map { originals[$0].squareMetres }.sorted()
        guard !areas.isEmpty else { return 1 }
        return max(1, (areas[areas.count / 2].squareRoot() / 20).rounded())
    }

    /// The boundary at `index`, encoded.
    func encoded(_ index: Int) -> StoredGeneralisation {
        let boundary = boundaries[index]
        var buffer = TextBuffer(capacity: boundary.positions.count * 24 + 64)
        buffer.appendGeoJSON(.multiPolygon(boundary))
        return StoredGeneralisation(geojson: buffer.bytes, box: boundary.boundingBox, tolerance: tolerance)
    }
}
