import GeographyModel

/// What can be wrong with a feature of a boundary file, ready to become a diagnostic.
struct BoundaryProblem {
    var severity: Diagnostic.Severity = .error
    var code: String
    var member: String?
    var value: String?
    var message: String
    var remedy: String?
}

extension BoundaryProblem {
    static let nullGeometry = BoundaryProblem(
        code: "null-geometry", member: "geometry", message: "the feature has no geometry",
        remedy: "Give it a polygon, or remove it.")
    static let noCoordinates = BoundaryProblem(
        code: "missing-coordinates", member: "coordinates", message: "the geometry has no coordinates",
        remedy: "Give it a polygon, or remove it.")
    static let badPosition = BoundaryProblem(
        code: "bad-position", member: "coordinates", message: "a position is not two or more finite numbers",
        remedy: "Write positions as [longitude, latitude].")
    static let badNesting = BoundaryProblem(
        code: "bad-nesting", member: "coordinates",
        message: "the coordinates are not nested as the geometry's type says",
        remedy: "Check the brackets, or the type.")
    static let shortRing = BoundaryProblem(
        code: "short-ring", member: "coordinates", message: "a ring has fewer than four positions",
        remedy: "Remove the ring, or give it the positions that it lacks.")
    static let closedRing = BoundaryProblem(
        severity: .warning, code: "unclosed-ring", member: "coordinates",
        message: "one or more rings did not end where they began and were closed",
        remedy: "Repeat the first position at the end of the ring.")
    static let badHexCell = BoundaryProblem(
        code: "bad-hex", message: "the hex has no whole numbers q and r", remedy: "Give it a column q and a row r.")
    static let badArc = BoundaryProblem(
        code: "bad-arc", member: "arcs", message: "the geometry names an arc that the topology does not have",
        remedy: "Make the topology again from its source.")
    static let notAnObject = BoundaryProblem(
        code: "not-a-feature", message: "the element is not an object", remedy: "Remove it.")
    static let noFeatures = BoundaryProblem(
        severity: .warning, code: "no-features", message: "the file holds no features",
        remedy: "Check that it is the right file.")
    static let readAsBritishNationalGrid = BoundaryProblem(
        severity: .note, code: "british-national-grid", member: "coordinates",
        message: "the coordinates look like eastings and northings and are read as British National Grid (EPSG:27700)")
    static let swappedAxes = BoundaryProblem(
        code: "swapped-axes", member: "coordinates",
        message: "the coordinates have latitude first, so no feature was taken",
        remedy: "Write longitude first, as GeoJSON requires (`ogr2ogr -lco RFC7946=YES` does).")

    static func geometryType(_ type: String?) -> BoundaryProblem {
        BoundaryProblem(
            code: "unsupported-geometry", member: "type", value: type,
            message: "the geometry is not a Polygon or MultiPolygon", remedy: "Keep only areas in the file.")
    }

    static func notAFeature(_ type: String?) -> BoundaryProblem {
        BoundaryProblem(
            code: "not-a-feature", member: "type", value: type, message: "the object is not a feature",
            remedy: "Set its type to Feature, or remove it.")
    }

    static func duplicateMember(_ name: String) -> BoundaryProblem {
        BoundaryProblem(
            severity: .warning, code: "duplicate-member", member: name,
            message: "the member stands there more than once; the last is used", remedy: "Keep one of them.")
    }

    static func duplicateHex(_ id: String) -> BoundaryProblem {
        BoundaryProblem(
            code: "duplicate-hex", value: id, message: "another hex has the same identifier",
            remedy: "Give each hex an identifier of its own.")
    }

    static func duplicateCell(_ cell: HexCell) -> BoundaryProblem {
        BoundaryProblem(
            severity: .warning, code: "duplicate-cell", value: "q \(cell.q), r \(cell.r)",
            message: "another hex has the same cell", remedy: "Give each hex a cell of its own.")
    }
}
