extension FilterGeometry {
    /// Reads Well-Known Text as CQL2 has it: the seven types of geometry with two or three numbers a place.
    ///
    /// ```swift
    /// let thames = try FilterGeometry(wkt: "LINESTRING(-0.32 51.47, -0.12 51.5, 0.01 51.49)")
    /// ```
    ///
    /// - Throws: `GeodataError` with code `invalidFilter` where the text is no such geometry, a ring is not closed or
    ///   a line too short; `filterTooLong`, `filterTooDeep` or `tooManyVertices` where it is beyond the limits.
    public init(wkt: String, limits: FilterLimits = FilterLimits()) throws {
        var reader = try FilterTextReader(wkt, subject: "geometry", limits: limits)
        self = try reader.wkt()
    }

    /// Well-Known Text, with `Z` where every place has a height.
    public var wkt: String {
        let tag = type.rawValue.uppercased() + (hasHeights ? " Z" : "")
        return switch self {
        case .point(let place): "\(tag)(\(place.wkt))"
        case .lineString(let places), .multiPoint(let places): tag + Self.list(places, \.wkt)
        case .polygon(let lines), .multiLineString(let lines): tag + Self.list(lines)
        case .multiPolygon(let polygons): tag + Self.list(polygons) { Self.list($0) }
        case .collection(let parts): tag + Self.list(parts, \.wkt)
        }
    }

    private static func list<Part>(_ parts: [Part], _ text: (Part) -> String) -> String {
        "(\(parts.map(text).joined(separator: ", ")))"
    }

    private static func list(_ lines: [[Coordinate]]) -> String { list(lines) { list($0, \.wkt) } }
}

extension FilterGeometry.Coordinate {
    /// The numbers with spaces between them.
    fileprivate var wkt: String { numbers.map(FilterNumber.text).joined(separator: " ") }

    /// Two numbers, or three with the height.
    var numbers: [Double] { [x, y] + (z.map { [$0] } ?? []) }
}

extension FilterBox {
    /// West, south, least height, east, north, greatest height; four without heights.
    var numbers: [Double] {
        heights.map { [west, south, $0.lowerBound, east, north, $0.upperBound] } ?? [west, south, east, north]
    }
}
