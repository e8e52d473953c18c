import GeographyModel

/// Reads GeoJSON (RFC 7946), one document or a sequence of them (RFC 8142).
struct GeoJSONReader {
    /// The byte that RFC 8142 puts before each document.
    static let recordSeparator: UInt8 = 0x1E

    var scanner: JSONScanner
    var builder = PolygonBuilder()
    private var properties = PropertiesReader()

    init(scanner: JSONScanner) { self.scanner = scanner }

    /// Reads the only document of a file.
    mutating func readDocument(into collector: inout BoundaryCollector) throws {
        try readValue(into: &collector)
        try scanner.expectEnd()
    }

    /// Reads documents to the end of the file.
    mutating func readSequence(into collector: inout BoundaryCollector) throws {
        while true {
            while scanner.peek() == Self.recordSeparator { scanner.offset += 1 }
            if scanner.offset == scanner.bytes.count { return }
            guard scanner.peek() == UInt8(ascii: "{") else { throw scanner.unexpected("a GeoJSON object") }
            try readValue(into: &collector)
            collector.report(scanner.offset)
        }
    }

    /// Reads a feature collection, a feature or a bare geometry.
    private mutating func readValue(into collector: inout BoundaryCollector) throws {
        let start = scanner
        var type: String?
        var features: JSONScanner?
        var areRead = false
        try scanner.enterObject()
        while let key = try scanner.nextKey() {
            switch (key, try scanner.peekKind()) {
            case ("type", .string): type = try scanner.string()
            case ("crs", _): collector.declaredCRS = try DeclaredCRS.read(&scanner) ?? collector.declaredCRS
            case ("features", .array) where features == nil && (type ?? "FeatureCollection") == "FeatureCollection":
                features = scanner
                // The type mostly stands first. Where it does not, the features are read when it is known.
                areRead = type != nil
                if areRead { try readFeatures(into: &collector) } else { try scanner.skipValue() }
            case ("features", .array) where features != nil:
                throw scanner.malformed("has two lists of features", remedy: "Keep one of them.")
            default: try scanner.skipValue()
            }
        }
        let end = scanner
        switch type {
        case "FeatureCollection":
            guard let features else {
                throw scanner.malformed(
                    "is a feature collection without a list of features", remedy: "Check that the file is whole.")
            }
            if !areRead {
                scanner = features
                try readFeatures(into: &collector)
            }
        case "Feature":
            scanner = start
            try readFeature(into: &collector)
        default:
            scanner = start
            let number = collector.begin()
            let geometry = try readGeometry()
            finish(
                BoundaryFeature(number: number, properties: [], geometry: geometry), hasGeometry: true, into: &collector
            )
        }
        scanner = end
    }

    private mutating func readFeatures(into collector: inout BoundaryCollector) throws {
        try scanner.enterArray()
        while try scanner.nextElement() {
            if try scanner.peekKind() == .object {
                try readFeature(into: &collector)
            } else {
                try scanner.skipValue()
                collector.note(.notAnObject, feature: collector.begin())
            }
            collector.report(scanner.offset)
        }
    }

    private mutating func readFeature(into collector: inout BoundaryCollector) throws {
        var feature = BoundaryFeature(number: collector.begin(), properties: [])
        var type: String?
        var hasGeometry = false
        builder.reset()
        try scanner.enterObject()
        while let key = try scanner.nextKey() {
            switch (key, try scanner.peekKind()) {
            case ("type", .string): type = try scanner.string()
            case ("id", .string): feature.id = try scanner.string()
            case ("id", .number): feature.id = try Self.identifier(&scanner)
            case ("properties", _):
                let (values, duplicates) = try properties.read(&scanner)
                feature.properties = values
                for name in duplicates { collector.note(.duplicateMember(name), feature: feature.number) }
            case ("geometry", .object):
                hasGeometry = true
                feature.geometry = try readGeometry()
            default: try scanner.skipValue()
            }
        }
        if type == "Feature" {
            finish(feature, hasGeometry: hasGeometry, into: &collector)
        } else {
            collector.note(.notAFeature(type), feature: feature.number)
        }
    }

    /// A numeric `id` as it would be written without a needless fraction.
    static func identifier(_ scanner: inout JSONScanner) throws -> String {
        switch try scanner.number() {
        case .integer(let value): String(value)
        case .double(let value): String(value)
        }
    }

    private func finish(
        _ feature: BoundaryFeature, hasGeometry: Bool, into collector: inout BoundaryCollector
    ) {
        if let problem = hasGeometry ? builder.problem : .nullGeometry {
            collector.note(problem, feature: feature.number)
            return
        }
        if builder.closedRings > 0 { collector.note(.closedRing, feature: feature.number) }
        collector.take(feature)
    }
}
