import GeographyModel
import QueryEngine
import SpatialStore

/// The features that an export hands out, read one by one from one state of the store.
struct ExportFeatures {
    /// The properties of each feature, in order.
    let columns: [String]
    /// What the reader must know.
    let notes: [Note]
    private let asked: ExportQuery
    private let reader: StoreReader
    private let features: CollectionReader
    private let resolved: ResolvedQuery
    private let classes: FigureClasses?

    init(_ asked: ExportQuery, today: CalendarDay, reader: StoreReader) throws {
        self.asked = asked
        self.reader = reader
        features = try CollectionReader(reader, limits: QueryLimits(time: nil))
        var resolved = try ResolvedQuery(asked.collectionQuery, today: today, reader: reader)
        if asked.format == .fingertips, case .areas = asked.collection, resolved.chosen == nil {
            // The layout is of figures: say what is missing rather than writing empty ones.
            _ = try EditionChoice.choose(indicator: nil, edition: nil, for: asked.areaType, reader: reader)
        }
        columns = try Self.columns(asked, features)
        resolved.query.properties = Self.read(columns, asked)
        classes = try Self.classes(asked, columns, resolved, features)
        self.resolved = resolved
        notes = resolved.notes
        if case .areas(let type) = asked.collection, asked.filter.isEmpty, try features.count(resolved.query) == 0 {
            throw try Self.nothing(type, in: resolved.scope, reader)
        }
    }

    /// The box around all geometries, CRS84; `nil` where there are none or they are in another system.
    func boundingBox() throws -> BoundingBox? {
        guard resolved.query.geometry != .none, resolved.query.system == .crs84 else { return nil }
        return try features.extent(of: resolved.query)
    }

    /// Hands out each feature.
    func forEach(_ body: (Feature) throws -> Void) throws {
        let fingertips = asked.format == .fingertips ? try FingertipsProperties(reader) : nil
        let needsClasses = columns.contains(where: FigureClasses.names.contains)
        try features.forEach(resolved.query) { feature in
            var feature = feature
            if let fingertips { feature = fingertips.filled(feature) }
            if needsClasses { feature.properties = withClasses(feature.properties) }
            try body(feature)
        }
    }

    private func withClasses(_ read: [Property]) -> [Property] {
        let values = Dictionary(uniqueKeysWithValues: read.map { ($0.name, $0.value) })
        var figure: Double?
        if case .number(let number) = values["value"] { figure = number }
        return columns.map { name in
            FigureClasses.names.contains(name)
                ? Property(name, classes?.value(of: name, for: figure) ?? .null) : Property(name, values[name] ?? .null)
        }
    }

    private static func columns(_ asked: ExportQuery, _ features: CollectionReader) throws -> [String] {
        if asked.format == .fingertips { return FingertipsProperties.columns }
        let catalogue = try features.catalogue(of: asked.collection)
        let names = asked.properties ?? catalogue.usual
        let place = asked.format == .hexjson ? ["hex_q", "hex_r"].filter { !names.contains($0) } : []
        return place + names
    }

    /// The properties that are read of each feature to make the columns.
    private static func read(_ columns: [String], _ asked: ExportQuery) -> [String] {
        if asked.format == .fingertips { return FingertipsProperties.read }
        guard case .areas = asked.collection, columns.contains(where: FigureClasses.names.contains) else {
            return columns
        }
        // A class that is named twice is left to be found out with the other names.
        let read = columns.filter { name in
            !FigureClasses.names.contains(name) || columns.count { $0 == name } > 1
        }
        return read.contains("value") ? read : read + ["value"]
    }

    private static func classes(
        _ asked: ExportQuery, _ columns: [String], _ resolved: ResolvedQuery, _ features: CollectionReader
    ) throws -> FigureClasses? {
        guard let chosen = resolved.chosen, columns.contains(where: FigureClasses.names.contains) else { return nil }
        var figures = resolved.query
        figures.properties = ["value"]
        figures.geometry = .none
        var values: [Double] = []
        try features.forEach(figures) { feature in
            if case .number(let value) = feature.properties.first?.value { values.append(value) }
        }
        return FigureClasses(of: values, asked, polarity: chosen.indicator.polarity)
    }

    private static func nothing(_ type: AreaType, in scope: AreaScope, _ reader: StoreReader) throws -> GeodataError {
        let isHeld = try reader.areaCount(of: type) > 0
        return GeodataError(
            .noFigures, "The store has no \(type.plural) in \(scope.description).",
            remedy: isHeld && !AreaType.embedded.contains(type)
                ? "It holds \(type.plural), but not in which areas they lie: bring that in with 'hlgeo import lookups'."
                : "See 'hlgeo info' for what it has, or bring them in with 'hlgeo import boundaries'.")
    }
}
