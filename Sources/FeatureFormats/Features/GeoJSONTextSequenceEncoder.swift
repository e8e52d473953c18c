package import GeographyModel

/// A GeoJSON text sequence (RFC 8142): each feature stands alone between a record separator and a line feed.
///
/// A sequence has no place for the collection as a whole, so the header is not written: a reader may begin anywhere.
package struct GeoJSONTextSequenceEncoder: FeatureEncoder {
    package static let mediaType = "application/geo+json-seq"
    package static let fileExtension = "geojsons"

    /// Makes an encoder.
    package init() {}

    package mutating func begin(_ header: CollectionHeader, into buffer: inout TextBuffer) {}

    package mutating func encode(_ feature: Feature, into buffer: inout TextBuffer) {
        buffer.append(0x1E)
        buffer.appendGeoJSON(feature)
        buffer.append(UInt8(ascii: "\n"))
    }

    package mutating func end(into buffer: inout TextBuffer) {}
}
