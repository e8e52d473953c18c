import GeographyModel

/// The `crs` member that GeoJSON had before RFC 7946 (GeoJSON 2008, §3) and that many programs still write.
enum DeclaredCRS {
    /// What to do with a file in another system.
    static let remedy = "Reproject it with `ogr2ogr -t_srs EPSG:4326 out.geojson IN`."

    /// Reads the member's value; `nil` where it is null and so declares nothing.
    ///
    /// - Throws: `GeodataError` with code `unsupportedCRS` where the system is not supported, or given only as a link.
    static func read(_ scanner: inout JSONScanner) throws -> CoordinateReferenceSystem? {
        switch try scanner.peekKind() {
        case .null:
            try scanner.null()
            return nil
        case .string:
            return try system(named: try scanner.string(), scanner)
        case .object:
            return try readObject(&scanner)
        default:
            throw scanner.unexpected("a coordinate reference system")
        }
    }

    private static func readObject(_ scanner: inout JSONScanner) throws -> CoordinateReferenceSystem {
        var name: String?
        try scanner.enterObject()
        while let key = try scanner.nextKey() {
            guard key == "properties", try scanner.peekKind() == .object else {
                try scanner.skipValue()
                continue
            }
            try scanner.enterObject()
            while let key = try scanner.nextKey() {
                switch (key, try scanner.peekKind()) {
                case ("name", .string), ("href", .string), ("code", .string): name = try scanner.string()
                case ("code", .number):
                    if case .integer(let code) = try scanner.number() { name = "EPSG:\(code)" }
                default: try scanner.skipValue()
                }
            }
        }
        return try system(named: name ?? "without a name", scanner)
    }

    private static func system(named name: String, _ scanner: JSONScanner) throws -> CoordinateReferenceSystem {
        if let system = CoordinateReferenceSystem(name: name) { return system }
        throw GeodataError(
            .unsupportedCRS, "\(scanner.file) is in the coordinate reference system \(name), which is not supported.",
            remedy: remedy)
    }
}
