public import GeographyModel
import QueryEngine
import SpatialStore

/// A condition on the features of a collection as people write it: a filter in CQL2, a box, or both.
public struct FeatureFilter: Hashable, Sendable {
    /// How a filter is written.
    public enum Language: String, CaseIterable, Sendable {
        /// CQL2 text, such as `value > 50 AND region_name = 'London'`.
        case text
        /// CQL2 JSON.
        case json
    }

    /// The filter; `nil` sets no condition.
    public var words: String?
    /// How it is written.
    public var language: Language
    /// The reference system of the filter's geometries.
    public var system: CoordinateReferenceSystem
    /// Features that touch this box are taken; `nil` takes them wherever they are.
    public var box: BoundingBox?
    /// The reference system of the box.
    public var boxSystem: CoordinateReferenceSystem

    /// Makes a condition; without arguments it takes everything.
    public init(
        words: String? = nil, language: Language = .text, system: CoordinateReferenceSystem = .crs84,
        box: BoundingBox? = nil, boxSystem: CoordinateReferenceSystem = .crs84
    ) {
        self.words = words
        self.language = language
        self.system = system
        self.box = box
        self.boxSystem = boxSystem
    }

    /// Whether everything is taken.
    public var isEmpty: Bool { words == nil && box == nil }

    /// The condition in words, for titles; `nil` where everything is taken.
    var description: String? {
        let parts = [
            words.map { words in
                let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                return "where \(line.count > 100 ? "\(line.prefix(99))…" : line)"
            },
            box.map { "touching the box \($0.west),\($0.south),\($0.east),\($0.north)" },
        ].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// The filter as an expression; `nil` where none is set.
    ///
    /// - Throws: ``GeodataError`` `invalidFilter`, `filterTooLong`, `filterTooDeep`, `tooManyVertices`.
    func expression() throws -> FilterExpression? {
        try words.map { language == .text ? try FilterExpression(text: $0) : try FilterExpression(json: $0) }
    }

    /// The box for the engine; `nil` where none is set.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` for a box that has no inside.
    func filterBox() throws -> FilterBox? {
        guard let box else { return nil }
        guard box.south <= box.north, [box.west, box.south, box.east, box.north].allSatisfy(\.isFinite) else {
            throw GeodataError(
                .invalidRequest, "The box has its south above its north.",
                remedy: "Give west, south, east and north in degrees, such as -0.51,51.28,0.33,51.69.")
        }
        guard
            boxSystem.isInMetres
                || max(abs(box.west), abs(box.east)) <= 180 && max(abs(box.south), abs(box.north)) <= 180
        else {
            throw GeodataError(
                .invalidRequest, "The box is not in degrees.",
                remedy: "Give west, south, east and north in degrees, such as -0.51,51.28,0.33,51.69.")
        }
        return FilterBox(west: box.west, south: box.south, east: box.east, north: box.north)
    }

    /// Whether the condition asks where features are.
    func isOfPlaces(_ filter: FilterExpression?) -> Bool { box != nil || filter?.isOfPlaces ?? false }

    /// The identifiers of the features that meet the condition; `nil` where everything does.
    ///
    /// - Parameters:
    ///   - collection: The collection.
    ///   - chosen: Whose figures the filter means.
    ///   - day: The day on which initiatives count as active.
    func identifiers(
        of collection: CollectionID, figures chosen: RecordedEdition?, day: CalendarDay, reader: StoreReader
    ) throws -> Set<String>? {
        guard !isEmpty else { return nil }
        var found: Set<String> = []
        let query = FeatureQuery(
            collection: collection, filter: try expression(), filterSystem: system, box: try filterBox(),
            boxSystem: boxSystem, figures: chosen.map(FeatureQuery.Figures.init), day: day, properties: [])
        try CollectionReader(reader).forEach(query) { found.insert($0.id) }
        return found
    }
}

extension FeatureQuery.Figures {
    /// The figures of an edition.
    init(_ chosen: RecordedEdition) {
        self.init(indicator: chosen.indicator.id, edition: chosen.edition.id)
    }
}
