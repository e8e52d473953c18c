import GeographyModel

extension GeoJSONReader {
    /// Reads a geometry object; `nil` where it is no good, and the builder then holds the problem.
    mutating func readGeometry() throws -> MultiPolygon? {
        builder.reset()
        var type: String?
        var coordinates: JSONScanner?
        var isRead = false
        try scanner.enterObject()
        while let key = try scanner.nextKey() {
            switch (key, try scanner.peekKind()) {
            case ("type", .string): type = try scanner.string()
            case ("coordinates", _):
                coordinates = scanner
                // The type mostly stands first. Where it does not, the coordinates are read when it is known.
                isRead = type != nil
                if isRead {
                    builder.reset()
                    try readCoordinates(type)
                } else {
                    try scanner.skipValue()
                }
            default: try scanner.skipValue()
            }
        }
        if type != "Polygon", type != "MultiPolygon" {
            builder.fail(.geometryType(type))
        } else if let coordinates, !isRead {
            let end = scanner
            scanner = coordinates
            try readCoordinates(type)
            scanner = end
        } else if coordinates == nil {
            builder.fail(.noCoordinates)
        }
        return builder.problem == nil ? builder.multiPolygon() : nil
    }

    private mutating func readCoordinates(_ type: String?) throws {
        switch type {
        case "Polygon":
            guard try enterList() else { return }
            try readPolygon()
        case "MultiPolygon":
            guard try enterList() else { return }
            var isEmpty = true
            while try scanner.nextElement() {
                isEmpty = false
                if try enterList() { try readPolygon() }
            }
            if isEmpty { builder.fail(.noCoordinates) }
        default:
            builder.fail(.geometryType(type))
            try scanner.skipValue()
        }
    }

    /// Enters an array; where something else stands there, passes it and notes the problem.
    private mutating func enterList() throws -> Bool {
        if scanner.peek() == UInt8(ascii: "[") {
            try scanner.enterArray()
            return true
        }
        builder.fail(try scanner.peekKind() == .null ? .noCoordinates : .badNesting)
        try scanner.skipValue()
        return false
    }

    /// Reads the rings of a polygon whose array has been entered.
    private mutating func readPolygon() throws {
        while try scanner.nextElement() {
            guard try enterList() else { continue }
            while try scanner.nextElement() { try readPosition() }
            builder.endRing()
        }
        builder.endPolygon()
    }

    /// Reads a position; a third and further numbers are dropped (RFC 7946 §3.1.1).
    @inline(__always) private mutating func readPosition() throws {
        guard scanner.peek() == UInt8(ascii: "[") else {
            builder.fail(.badNesting)
            try passOddValue()
            return
        }
        try scanner.enterArray()
        var (x, y) = (Double.nan, Double.nan)
        var place = 0
        while try scanner.nextElement() {
            if isAtNumber() {
                let value = try scanner.double()
                if place == 0 { x = value } else if place == 1 { y = value }
            } else {
                if place < 2 { builder.fail(scanner.peek() == UInt8(ascii: "[") ? .badNesting : .badPosition) }
                try passOddValue()
            }
            place += 1
        }
        if !(x - x + (y - y)).isZero { builder.fail(.badPosition) }
        builder.append(x: x, y: y)
    }

    /// Whether a number comes next, `-Infinity` not being one.
    @inline(__always) private mutating func isAtNumber() -> Bool {
        let byte = scanner.peek()
        if byte &- UInt8(ascii: "0") < 10 { return true }
        guard byte == UInt8(ascii: "-") else { return false }
        return scanner.offset + 1 >= scanner.bytes.count || scanner.bytes[scanner.offset + 1] != UInt8(ascii: "I")
    }

    private mutating func passOddValue() throws {
        if !scanner.skipNonFinite() { try scanner.skipValue() }
    }
}
