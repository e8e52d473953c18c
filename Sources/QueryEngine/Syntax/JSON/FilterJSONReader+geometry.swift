import GeographyModel
import SourceReaders

extension FilterJSONReader {
    /// Reads a GeoJSON geometry whose members have been found.
    mutating func geometry(of members: FilterJSONMembers) throws -> FilterBranch {
        guard let type = FilterGeometryType(rawValue: members.name) else {
            let names = FilterGeometryType.allCases.map(\.rawValue).joined(separator: ", ")
            throw builder.source.unexpected(
                FilterSource.excerpt(members.name), at: members.places[.type] ?? members.offset,
                expected: "a type of geometry", remedy: "The types are \(names).")
        }
        if type == .collection, members.coordinates == nil {
            return try builder.collection(try filled(members.geometries, members), at: members.offset)
        }
        guard type != .collection, let coordinates = members.coordinates else {
            throw builder.source.invalid(
                "a geometry of type \(type.rawValue) with the wrong members", at: members.offset,
                remedy: "A GeometryCollection has \"geometries\", all other types have \"coordinates\".")
        }
        // After an error the scanner stays where that is, so that the error can say so.
        let resumption = scanner
        scanner = coordinates
        let geometry = try geometry(type, members)
        scanner = resumption
        return builder.leaf(.geometry(geometry), at: members.offset)
    }

    private mutating func geometry(
        _ type: FilterGeometryType, _ members: FilterJSONMembers
    ) throws -> FilterGeometry {
        switch type {
        case .point: .point(try place())
        case .lineString: .lineString(try line())
        case .polygon: .polygon(try filled(try rings(), members))
        case .multiPoint: .multiPoint(try filled(try elements { try $0.place() }, members))
        case .multiLineString: .multiLineString(try filled(try elements { try $0.line() }, members))
        case .multiPolygon:
            .multiPolygon(try filled(try elements { try $0.filled(try $0.rings(), members) }, members))
        case .collection: .collection([])
        }
    }

    /// Refuses what holds nothing, which CQL2 text cannot write.
    private func filled<Part>(_ parts: [Part], _ members: FilterJSONMembers) throws -> [Part] {
        guard !parts.isEmpty else {
            throw builder.source.invalid(
                "an empty geometry", at: members.offset, remedy: "Leave empty geometries out.")
        }
        return parts
    }

    private mutating func elements<Element>(_ element: (inout Self) throws -> Element) throws -> [Element] {
        try scanner.enterArray()
        var elements: [Element] = []
        while try scanner.nextElement() { elements.append(try element(&self)) }
        return elements
    }

    private mutating func line() throws -> [FilterGeometry.Coordinate] {
        let start = scanner.offset
        return try builder.line(try elements { try $0.place() }, at: start)
    }

    private mutating func rings() throws -> [[FilterGeometry.Coordinate]] {
        try elements { reader in
            let start = reader.scanner.offset
            return try reader.builder.ring(try reader.elements { try $0.place() }, at: start)
        }
    }

    private mutating func place() throws -> FilterGeometry.Coordinate {
        let start = scanner.offset
        try builder.countVertex(at: start)
        let numbers = try numbers()
        guard numbers.count == 2 || numbers.count == 3 else {
            throw builder.source.invalid(
                "a place of \(FilterSource.count(numbers.count, "number"))", at: start,
                remedy: "A place has two numbers, or three with a height.")
        }
        return FilterGeometry.Coordinate(x: numbers[0], y: numbers[1], z: numbers.count == 3 ? numbers[2] : nil)
    }
}
