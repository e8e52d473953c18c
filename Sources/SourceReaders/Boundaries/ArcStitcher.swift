import GeographyModel

/// Puts the rings of TopoJSON geometries together from shared arcs.
struct ArcStitcher {
    var arcs: TopoArcs?
    private(set) var builder = PolygonBuilder()
    private var stitched = 0

    /// Puts a geometry together; the builder then holds it, or what is wrong with it.
    ///
    /// - Parameters:
    ///   - type: The geometry's `type` member.
    ///   - arcs: Where the geometry's `arcs` member stands.
    mutating func stitch(type: String?, arcs: JSONScanner?) throws {
        builder.reset()
        guard type == "Polygon" || type == "MultiPolygon" else { return builder.fail(.geometryType(type)) }
        guard var place = arcs else { return builder.fail(.noCoordinates) }
        guard try enterList(&place) else { return }
        if type == "Polygon" { return try readPolygon(&place) }
        var isEmpty = true
        while try place.nextElement() {
            isEmpty = false
            if try enterList(&place) { try readPolygon(&place) }
        }
        if isEmpty { builder.fail(.noCoordinates) }
    }

    private mutating func readPolygon(_ place: inout JSONScanner) throws {
        while try place.nextElement() {
            guard try enterList(&place) else { continue }
            var isFirst = true
            while try place.nextElement() {
                if try place.peekKind() != .number {
                    builder.fail(.badNesting)
                    try place.skipValue()
                } else if case .integer(let reference) = try place.number() {
                    try append(reference, isFirst: isFirst, at: place)
                    isFirst = false
                } else {
                    builder.fail(.badArc)
                }
            }
            builder.endRing()
        }
        builder.endPolygon()
    }

    /// Adds an arc to the ring; but for the first arc, its first position repeats the last one's and is dropped.
    private mutating func append(_ reference: Int, isFirst: Bool, at place: JSONScanner) throws {
        guard let arcs, let range = arcs.range(reference) else { return builder.fail(.badArc) }
        // Two sides of an arc in each of 32 layers is more than any topology has; far more is meant to fill memory.
        stitched += range.count
        guard stitched <= max(64 * arcs.positions.count, 1 << 16) else {
            throw place.malformed(
                "repeats its arcs more often than boundaries can", remedy: "Make the topology again from its source.")
        }
        let stretch = arcs.positions[range]
        guard stretch.allSatisfy({ $0.longitude.isFinite && $0.latitude.isFinite }) else {
            return builder.fail(.badPosition)
        }
        if reference < 0 {
            builder.append(stretch.reversed().dropFirst(isFirst ? 0 : 1))
        } else {
            builder.append(stretch.dropFirst(isFirst ? 0 : 1))
        }
    }

    private mutating func enterList(_ place: inout JSONScanner) throws -> Bool {
        if try place.peekKind() == .array {
            try place.enterArray()
            return true
        }
        builder.fail(.badNesting)
        try place.skipValue()
        return false
    }
}
