import GeographyModel

/// Reads TopoJSON 1.0: every object of the topology, each a layer.
///
/// The arcs may stand after the objects that use them, so the outermost members are found first and read in the order
/// that they need.
struct TopoJSONReader {
    var scanner: JSONScanner
    private var properties = PropertiesReader()
    private var stitcher = ArcStitcher()

    init(scanner: JSONScanner) { self.scanner = scanner }

    /// Reads the whole file.
    mutating func read(into collector: inout BoundaryCollector) throws {
        var members: [String: JSONScanner] = [:]
        try scanner.enterObject()
        while let key = try scanner.nextKey() {
            if key == "crs" {
                collector.declaredCRS = try DeclaredCRS.read(&scanner)
            } else {
                if ["transform", "arcs", "objects"].contains(key) { members[key] = scanner }
                try scanner.skipValue()
            }
        }
        try scanner.expectEnd()

        guard var objects = members["objects"], var arcs = members["arcs"] else {
            throw scanner.malformed("is a topology without objects or arcs", remedy: "Check that the file is whole.")
        }
        var transform: TopoArcs.Transform?
        if var place = members["transform"], try place.peekKind() != .null {
            transform = try TopoArcs.transform(&place)
        }
        stitcher.arcs = try TopoArcs(&arcs, transform: transform)
        collector.report(arcs.offset)
        try objects.enterObject()
        while let layer = try objects.nextKey() {
            try readObject(&objects, layer: layer, into: &collector)
        }
    }

    /// Reads one named object: a collection of features, or a single one.
    private mutating func readObject(
        _ objects: inout JSONScanner, layer: String, into collector: inout BoundaryCollector
    ) throws {
        let start = objects
        var type: String?
        var geometries: JSONScanner?
        guard try objects.peekKind() == .object else {
            collector.note(.notAnObject, feature: collector.begin())
            return try objects.skipValue()
        }
        try objects.enterObject()
        while let key = try objects.nextKey() {
            switch (key, try objects.peekKind()) {
            case ("type", .string): type = try objects.string()
            case ("geometries", .array):
                geometries = objects
                try objects.skipValue()
            default: try objects.skipValue()
            }
        }
        let end = objects
        if type == "GeometryCollection", var geometries {
            try geometries.enterArray()
            while try geometries.nextElement() {
                try readFeature(&geometries, layer: layer, into: &collector)
                collector.report(geometries.offset)
            }
        } else {
            objects = start
            try readFeature(&objects, layer: layer, into: &collector)
        }
        objects = end
    }

    private mutating func readFeature(
        _ source: inout JSONScanner, layer: String, into collector: inout BoundaryCollector
    ) throws {
        var feature = BoundaryFeature(number: collector.begin(), layer: layer, properties: [])
        var type: String?
        var isNull = false
        var arcs: JSONScanner?
        guard try source.peekKind() == .object else {
            collector.note(.notAnObject, feature: feature.number)
            return try source.skipValue()
        }
        try source.enterObject()
        while let key = try source.nextKey() {
            switch (key, try source.peekKind()) {
            case ("type", .string): type = try source.string()
            case ("type", .null):
                isNull = true
                try source.null()
            case ("id", .string): feature.id = try source.string()
            case ("id", .number): feature.id = try GeoJSONReader.identifier(&source)
            case ("properties", _):
                let (values, duplicates) = try properties.read(&source)
                feature.properties = values
                for name in duplicates { collector.note(.duplicateMember(name), feature: feature.number) }
            case ("arcs", _):
                arcs = source
                try source.skipValue()
            default: try source.skipValue()
            }
        }
        try stitcher.stitch(type: type, arcs: arcs)
        if let problem = isNull ? .nullGeometry : stitcher.builder.problem {
            collector.note(problem, feature: feature.number)
            return
        }
        feature.geometry = stitcher.builder.multiPolygon()
        if stitcher.builder.closedRings > 0 { collector.note(.closedRing, feature: feature.number) }
        collector.take(feature)
    }
}
