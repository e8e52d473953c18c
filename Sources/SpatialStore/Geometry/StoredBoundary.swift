import Foundation
public import GeographyModel

/// A boundary as the store keeps it: encoded once, where there is a core to spare, and written as it stands.
public struct StoredBoundary: Sendable {
    /// SpatiaLite's encoding, EPSG:4326.
    let blob: Data
    /// Where a label goes; `nil` where the boundary covers nothing.
    let centroid: Position?

    /// Encodes a boundary in CRS84 degrees.
    public init(_ geometry: MultiPolygon) {
        blob = Data(SpatiaLiteBlob.encode(geometry))
        centroid = geometry.centroid
    }
}

/// A generalised boundary as the store keeps it: GeoJSON text that is served as it stands.
public struct StoredGeneralisation: Sendable {
    let geojson: String
    let box: BoundingBox
    let tolerance: Double

    /// Takes a GeoJSON geometry object, UTF-8.
    ///
    /// - Parameters:
    ///   - geojson: The text.
    ///   - box: The box around it, CRS84 degrees.
    ///   - tolerance: How far it was generalised, in metres.
    public init(geojson: [UInt8], box: BoundingBox, tolerance: Double) {
        self.geojson = String(decoding: geojson, as: UTF8.self)
        self.box = box
        self.tolerance = tolerance
    }
}
