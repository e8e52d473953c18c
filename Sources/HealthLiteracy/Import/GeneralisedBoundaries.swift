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

    /// A fiftieth of the typical area's width, in metres: details that nobody sees when the area fills a picture.
    static func tolerance(for originals: [MultiPolygon]) -> Double {
        let areas = originals.map(\.squareMetres).sorted()
        guard !areas.isEmpty else { return 1 }
        return max(1, (areas[areas.count / 2].squareRoot() / 50).rounded())
    }

    /// Writes the boundary at `index` as the area's generalised one.
    func write(_ index: Int, of code: AreaCode, into writer: StoreWriter) throws {
        let boundary = boundaries[index]
        var buffer = TextBuffer(capacity: boundary.positions.count * 24 + 64)
        buffer.appendGeoJSON(.multiPolygon(boundary))
        try writer.setGeneralised(buffer.bytes, box: boundary.boundingBox, tolerance: tolerance, of: code)
    }
}
