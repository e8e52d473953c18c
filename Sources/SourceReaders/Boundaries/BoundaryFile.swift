package import GeographyModel

/// What a boundary file holds, in whatever format it came.
package struct BoundaryFile: Sendable {
    /// The format, recognised from the content.
    package var format: BoundaryFormat
    /// What the coordinates are in: CRS84 degrees, or metres of the British National Grid, left as they stand in the
    /// file (easting in `longitude`, northing in `latitude`). `nil` for a hex layout, which has no place on the ground.
    package var crs: CoordinateReferenceSystem?
    /// The features that could be taken, in the order of the file.
    package var features: [BoundaryFeature]
    /// What was repaired, left out, or has to be known.
    package var diagnostics: [Diagnostic]
}

/// The formats that ``BoundaryReader`` takes.
package enum BoundaryFormat: Hashable, Sendable {
    /// GeoJSON (RFC 7946): a feature collection, a feature, or a bare geometry.
    case geoJSON
    /// GeoJSON text sequence (RFC 8142), or one feature a line.
    case geoJSONSequence
    /// TopoJSON 1.0.
    case topoJSON
    /// HexJSON (Open Innovations), with how its rows or columns are offset.
    case hexJSON(HexLayout)
}

/// Which rows or columns of a hex layout are pushed half a cell.
package enum HexLayout: String, CaseIterable, Sendable {
    /// Pointy tops, odd rows pushed right.
    case oddRows = "odd-r"
    /// Pointy tops, even rows pushed right.
    case evenRows = "even-r"
    /// Flat tops, odd columns pushed up.
    case oddColumns = "odd-q"
    /// Flat tops, even columns pushed up.
    case evenColumns = "even-q"
}

/// One feature of a boundary file.
package struct BoundaryFeature: Sendable {
    /// The place in the file, from 1, counting features that were left out.
    package var number: Int
    /// The TopoJSON object that the feature is part of.
    package var layer: String?
    /// The feature's identifier, as text.
    package var id: String?
    /// The scalar properties, in the order of the file. Lists and objects are left out.
    package var properties: [Property]
    /// The ground, in the file's ``BoundaryFile/crs``; `nil` in a hex layout.
    package var geometry: MultiPolygon?
    /// The cell of a hex layout; `nil` elsewhere.
    package var hex: HexCell?

    /// The value of the first property with one of the names, which are tried in order; case does not count.
    package func property(named candidates: [String]) -> PropertyValue? {
        for candidate in candidates {
            let key = candidate.lowercased()
            if let property = properties.first(where: { $0.name.lowercased() == key }) { return property.value }
        }
        return nil
    }
}

/// A cell of a hex layout, in offset coordinates.
package struct HexCell: Hashable, Sendable {
    /// The column, counted to the right.
    package var q: Int
    /// The row, counted upwards.
    package var r: Int

    /// Makes a cell.
    package init(q: Int, r: Int) {
        self.q = q
        self.r = r
    }
}
