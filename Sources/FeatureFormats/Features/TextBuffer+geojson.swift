package import GeographyModel

extension TextBuffer {
    /// Appends a GeoJSON Feature object (RFC 7946 §3.2) without white space.
    ///
    /// - Parameters:
    ///   - feature: The feature; its id is written as a string.
    ///   - members: Foreign members after the properties, such as `links`.
    package mutating func appendGeoJSON(_ feature: Feature, members: [Property] = []) {
        append("{\"type\":\"Feature\",\"id\":")
        appendJSON(feature.id)
        append(",\"geometry\":")
        if let geometry = feature.geometry { appendGeoJSON(geometry) } else { append("null") }
        append(",\"properties\":")
        appendJSON(.object(feature.properties))
        close(with: members)
    }

    /// Appends a feature that has been written before without foreign members.
    ///
    /// - Parameters:
    ///   - feature: A Feature object.
    ///   - members: Foreign members to put behind its own.
    package mutating func appendGeoJSON(encoded feature: [UInt8], members: [Property]) {
        feature.dropLast().withUnsafeBufferPointer { append($0) }
        close(with: members)
    }

    private mutating func close(with members: [Property]) {
        for member in members {
            append(UInt8(ascii: ","))
            appendMember(member)
        }
        append(UInt8(ascii: "}"))
    }

    /// Appends a GeoJSON geometry object, or `null` where it covers nothing.
    ///
    /// Areas are always of type `MultiPolygon`, so that a layer has one type. Whatever way the rings run in the input,
    /// outsides are written anticlockwise and holes clockwise (RFC 7946 §3.1.6). Geometry that is already encoded is
    /// written as the bytes it is.
    package mutating func appendGeoJSON(_ geometry: FeatureGeometry) {
        switch geometry {
        case .encoded(let bytes, _):
            append(bytes)
        case .point(let position):
            guard position.longitude.isFinite, position.latitude.isFinite else { return append("null") }
            append("{\"type\":\"Point\",\"coordinates\":")
            append(position)
            append(UInt8(ascii: "}"))
        case .multiPolygon(let polygons):
            guard !polygons.isEmpty else { return append("null") }
            append("{\"type\":\"MultiPolygon\",\"coordinates\":[")
            for polygon in polygons.polygonEnds.indices {
                append(polygon == 0 ? "[" : ",[")
                let rings = polygons.ringRange(ofPolygon: polygon)
                for ring in rings {
                    let isOutside = ring == rings.lowerBound
                    if !isOutside { append(UInt8(ascii: ",")) }
                    let doubledArea = polygons.doubledSignedArea(ofRing: ring)
                    append(ring: polygons.ring(ring), isReversed: isOutside ? doubledArea < 0 : doubledArea > 0)
                }
                append(UInt8(ascii: "]"))
            }
            append("]}")
        }
    }

    /// Appends a GeoJSON `bbox` array: west, south, east, north (RFC 7946 §5).
    package mutating func appendGeoJSON(_ box: BoundingBox) {
        append(UInt8(ascii: "["))
        for (place, side) in [box.west, box.south, box.east, box.north].enumerated() {
            if place > 0 { append(UInt8(ascii: ",")) }
            appendCoordinate(side)
        }
        append(UInt8(ascii: "]"))
    }
}

extension TextBuffer {
    /// Appends the members that say how a collection may be used and who must be named, each after a comma.
    mutating func appendCaveats(of header: CollectionHeader) {
        if !header.notes.isEmpty {
            append(",\"notes\":")
            appendJSON(header.notes.asPropertyValue)
        }
        if let attribution = header.attribution {
            append(",\"attribution\":")
            appendJSON(attribution)
        }
    }
}
