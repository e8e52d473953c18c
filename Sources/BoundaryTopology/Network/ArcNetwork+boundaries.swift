public import GeographyModel

extension ArcNetwork {
    /// The boundaries of all areas in CRS84 degrees, in the order of the areas.
    ///
    /// Outsides run anticlockwise, holes clockwise, and every hole follows its own outside (RFC 7946 §3.1.6).
    public func boundaries() -> [MultiPolygon] {
        (0..<areaCount).map(boundary(ofArea:))
    }

    /// The boundary of one area in CRS84 degrees, outsides anticlockwise, holes clockwise.
    ///
    /// - Parameter area: The place of the area among those that the network was built from.
    public func boundary(ofArea area: Int) -> MultiPolygon {
        var boundary = MultiPolygon()
        for polygon in polygonRange(ofArea: area) {
            for ring in ringRange(ofPolygon: polygon) {
                append(references[referenceRange(ofRing: ring)], to: &boundary)
            }
            boundary.closePolygon()
        }
        return boundary
    }

    /// Adds the ring that `run` goes round, closed, to the polygon that is being built.
    func append(_ run: some Collection<Int32>, to boundary: inout MultiPolygon) {
        let start = boundary.positions.count
        for reference in run {
            let range = pointRange(ofArc: Self.arc(of: reference))
            if reference >= 0 {
                for index in range.dropLast() { boundary.positions.append(position(points[index])) }
            } else {
                for index in range.dropFirst().reversed() { boundary.positions.append(position(points[index])) }
            }
        }
        boundary.positions.append(boundary.positions[start])
        boundary.ringEnds.append(boundary.positions.count)
    }
}
