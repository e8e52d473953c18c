import GeographyModel

/// Which boundary format the content of a file is.
enum BoundaryContent {
    case geoJSON, geoJSONSequence, topoJSON, hexJSON

    /// The `type` members of GeoJSON's geometries.
    static let geometryTypes: Set<String> = [
        "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection",
    ]

    /// Looks at the members of the outermost object until one gives the format away.
    ///
    /// - Throws: `GeodataError` with code `inputMalformed` where nothing does.
    static func recognise(_ start: JSONScanner) throws -> BoundaryContent {
        var scanner = start
        if scanner.peek() == GeoJSONReader.recordSeparator { return .geoJSONSequence }
        guard scanner.peek() == UInt8(ascii: "{") else {
            let isArray = scanner.peek() == UInt8(ascii: "[")
            throw foreign(
                scanner, isArray ? "is a JSON array, not a boundary file" : "is not JSON, so it holds no boundaries")
        }
        try scanner.enterObject()
        var hasHexes = false
        while let key = try scanner.nextKey() {
            let kind = try scanner.peekKind()
            switch (key, kind) {
            case ("type", .string):
                let type = try scanner.string()
                if type == "Topology" { return .topoJSON }
                if type == "FeatureCollection" { return .geoJSON }
                if type == "Feature" || geometryTypes.contains(type) {
                    return try isFollowed(start) ? .geoJSONSequence : .geoJSON
                }
            case ("hexes", .object):
                hasHexes = true
                try scanner.skipValue()
            default:
                try scanner.skipValue()
            }
        }
        if hasHexes { return .hexJSON }
        throw foreign(scanner, "is JSON, but neither GeoJSON nor TopoJSON nor HexJSON")
    }

    /// Whether another object comes after the first, as in a file of one feature a line.
    private static func isFollowed(_ start: JSONScanner) throws -> Bool {
        var scanner = start
        try scanner.skipValue()
        return scanner.peek() == UInt8(ascii: "{") || scanner.peek() == GeoJSONReader.recordSeparator
    }

    private static func foreign(_ scanner: JSONScanner, _ complaint: String) -> GeodataError {
        GeodataError(
            .inputMalformed, "\(scanner.file) \(complaint).",
            remedy: "Give a GeoJSON feature collection, a TopoJSON topology or a HexJSON layout.")
    }
}
