import GeographyModel

extension FilterTextReader {
    /// Reads the whole text as a geometry.
    mutating func wkt() throws -> FilterGeometry {
        let geometry = try taggedGeometry()
        guard token.kind == .end else { throw unexpected("the end of the geometry", remedy: "Leave the rest out.") }
        return try self.geometry(in: geometry)
    }

    /// Whether a geometry follows its name, which `Z` may; passes the `Z`.
    mutating func passHeightTag(_ hasHeights: inout Bool) throws -> Bool {
        if token.kind == .name, !hasHeights, letters == "Z" || letters == "z" {
            try advance()
            hasHeights = true
            return true
        }
        if token.kind == .name, letters.uppercased() == "EMPTY" {
            throw unexpected("the list of places", remedy: "Leave empty geometries out.")
        }
        return token.kind == .symbol(.open)
    }

    /// Reads a geometry from after its name on: WKT as CQL2 has it.
    mutating func geometry(
        _ type: FilterGeometryType, hasHeights: Bool, at start: Int
    ) throws -> FilterBranch {
        let geometry: FilterGeometry
        switch type {
        case .point: geometry = .point(try enclosedPlace(hasHeights))
        case .lineString: geometry = .lineString(try line(hasHeights))
        case .polygon: geometry = .polygon(try rings(hasHeights))
        case .multiPoint: geometry = .multiPoint(try list { try $0.looselyEnclosedPlace(hasHeights) })
        case .multiLineString: geometry = .multiLineString(try list { try $0.line(hasHeights) })
        case .multiPolygon: geometry = .multiPolygon(try list { try $0.rings(hasHeights) })
        case .collection:
            let parts = try nested { reader in try reader.list { try $0.taggedGeometry() } }
            return try builder.collection(parts, at: start)
        }
        return builder.leaf(.geometry(geometry), at: start)
    }

    private mutating func taggedGeometry() throws -> FilterBranch {
        let start = token.offset
        guard case .word(.geometry(let type, var hasHeights)) = token.kind else {
            throw unexpected("a geometry", remedy: "Write a geometry as in POINT(-0.1 51.5).")
        }
        try advance()
        _ = try passHeightTag(&hasHeights)
        return try geometry(type, hasHeights: hasHeights, at: start)
    }

    private func geometry(in branch: FilterBranch) throws -> FilterGeometry {
        guard case .geometry(let geometry) = branch.expression.node else {
            throw unexpected("a geometry", remedy: "Write a geometry as in POINT(-0.1 51.5).")
        }
        return geometry
    }

    private mutating func list<Element>(_ element: (inout Self) throws -> Element) throws -> [Element] {
        try expect(.open, remedy: "Put the coordinates in parentheses.")
        var elements: [Element] = []
        repeat { elements.append(try element(&self)) } while try expectNext()
        return elements
    }

    private mutating func line(_ hasHeights: Bool) throws -> [FilterGeometry.Coordinate] {
        let start = token.offset
        return try builder.line(try list { try $0.place(hasHeights) }, at: start)
    }

    private mutating func rings(_ hasHeights: Bool) throws -> [[FilterGeometry.Coordinate]] {
        try list { reader in
            let start = reader.token.offset
            return try reader.builder.ring(try reader.list { try $0.place(hasHeights) }, at: start)
        }
    }

    private mutating func enclosedPlace(_ hasHeights: Bool) throws -> FilterGeometry.Coordinate {
        try expect(.open, remedy: "Put the coordinates in parentheses.")
        let place = try place(hasHeights)
        try expect(.close, remedy: "A place has two or three numbers with spaces between them.")
        return place
    }

    /// Reads one of several points, which older programs write without parentheses.
    private mutating func looselyEnclosedPlace(_ hasHeights: Bool) throws -> FilterGeometry.Coordinate {
        token.kind == .symbol(.open) ? try enclosedPlace(hasHeights) : try place(hasHeights)
    }

    private mutating func place(_ needsHeight: Bool) throws -> FilterGeometry.Coordinate {
        try builder.countVertex(at: token.offset)
        var place = FilterGeometry.Coordinate(x: try number(), y: try number())
        switch token.kind {
        case .number, .symbol(.minus), .symbol(.plus): place.z = try number()
        case _ where needsHeight:
            throw unexpected("a height", remedy: "After Z every place has three numbers.")
        default: break
        }
        return place
    }
}
