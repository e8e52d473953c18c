package import GeographyModel

/// HexJSON: a cartogram in which every area is one hexagon of an `odd-r` grid (rows counted northwards, odd rows
/// shifted half a hexagon to the east).
///
/// A feature brings its place as the whole-number properties `hex_q` (column) and `hex_r` (row); a feature without
/// them is left out and counted in ``leftOut``. Each hexagon is keyed by the feature's id and has `n` (the property
/// `area_name`, else `name`, else the id), `q`, `r` and the other properties, but none that is itself called `n`, `q`
/// or `r`. The header's name, notes and attribution stand before the hexagons; geometry is not written.
package struct HexJSONEncoder: FeatureEncoder {
    package static let mediaType = "application/json"
    package static let fileExtension = "hexjson"
    package private(set) var leftOut = 0
    private var isFirst = true

    /// Makes an encoder.
    package init() {}

    package mutating func begin(_ header: CollectionHeader, into buffer: inout TextBuffer) {
        (leftOut, isFirst) = (0, true)
        buffer.append("{\"layout\":\"odd-r\",\"name\":")
        buffer.appendJSON(header.name)
        buffer.appendCaveats(of: header)
        buffer.append(",\"hexes\":{")
    }

    package mutating func encode(_ feature: Feature, into buffer: inout TextBuffer) {
        guard case .integer(let column) = feature.value(of: "hex_q"),
            case .integer(let row) = feature.value(of: "hex_r")
        else {
            leftOut += 1
            return
        }
        buffer.append(isFirst ? "\n" : ",\n")
        isFirst = false
        buffer.appendJSON(feature.id)
        buffer.append(":{\"n\":")
        let names = [feature.value(of: "area_name"), feature.value(of: "name"), .text(feature.id)]
        buffer.appendJSON(names.first { $0 != .null } ?? .null)
        buffer.append(",\"q\":")
        buffer.append(integer: column)
        buffer.append(",\"r\":")
        buffer.append(integer: row)
        let taken: Set = ["n", "q", "r", "hex_q", "hex_r"]
        for property in feature.properties where !taken.contains(property.name) {
            buffer.append(UInt8(ascii: ","))
            buffer.appendMember(property)
        }
        buffer.append(UInt8(ascii: "}"))
    }

    package mutating func end(into buffer: inout TextBuffer) {
        buffer.append("\n}}\n")
    }
}
