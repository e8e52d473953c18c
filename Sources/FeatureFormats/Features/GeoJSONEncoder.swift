package import GeographyModel

/// A GeoJSON FeatureCollection (RFC 7946), one feature a line.
///
/// No `crs` member, at most 7 decimals, ids as strings. The header becomes `bbox` (where known and not empty) and the
/// foreign members `name`, `numberReturned`, those of the protocol, `notes` and `attribution`, all before the features.
package struct GeoJSONEncoder: FeatureEncoder {
    package static let mediaType = "application/geo+json"
    package static let fileExtension = "geojson"
    private var isFirst = true

    /// Makes an encoder.
    package init() {}

    package mutating func begin(_ header: CollectionHeader, into buffer: inout TextBuffer) {
        isFirst = true
        buffer.append("{\"type\":\"FeatureCollection\",\"name\":")
        buffer.appendJSON(header.name)
        if let box = header.boundingBox, !box.isEmpty {
            buffer.append(",\"bbox\":")
            buffer.appendGeoJSON(box)
        }
        if let number = header.numberOfFeatures {
            buffer.append(",\"numberReturned\":")
            buffer.append(integer: number)
        }
        for member in header.members {
            buffer.append(UInt8(ascii: ","))
            buffer.appendMember(member)
        }
        buffer.appendCaveats(of: header)
        buffer.append(",\"features\":[")
    }

    package mutating func encode(_ feature: Feature, into buffer: inout TextBuffer) {
        buffer.append(isFirst ? "\n" : ",\n")
        isFirst = false
        buffer.appendGeoJSON(feature)
    }

    /// Appends a feature that has been written before.
    package mutating func encode(encoded feature: [UInt8], into buffer: inout TextBuffer) {
        buffer.append(isFirst ? "\n" : ",\n")
        isFirst = false
        buffer.append(feature)
    }

    package mutating func end(into buffer: inout TextBuffer) {
        buffer.append("\n]}\n")
    }
}
