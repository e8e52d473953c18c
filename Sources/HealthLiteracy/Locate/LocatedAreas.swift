import FeatureFormats
import GeographyModel
import QueryEngine
import SpatialStore

/// The areas of one level in memory: where they lie, and what is said of each, ready to be written behind a point.
struct LocatedAreas {
    /// Finds the area of a point; numbers areas by their codes, so that of several areas on whose boundary a point lies
    /// the one with the lowest code is taken.
    let locator: AreaLocator
    /// What is written behind a point in each area, as CSV without a line end.
    let cells: [[UInt8]]
    /// What must be said about the figures.
    let notes: [Note]

    /// Reads the areas.
    ///
    /// - Throws: ``GeodataError`` `noFigures` where no area of the level has a boundary; what the query throws.
    init(_ query: LocateQuery, today: CalendarDay, reader: StoreReader) throws {
        let resolved = try ResolvedQuery(query.collectionQuery(), today: today, reader: reader)
        let level = try LevelLocator(query.areaType, reader)
        let places = Dictionary(
            level.codes.enumerated().map { ($1.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
        var cells: [[UInt8]] = Array(repeating: [], count: level.codes.count)
        try CollectionReader(reader, limits: QueryLimits(time: nil)).forEach(resolved.query) { feature in
            guard let place = places[feature.id] else { return }
            var buffer = TextBuffer(capacity: 256)
            for property in feature.properties {
                buffer.append(UInt8(ascii: ","))
                buffer.appendCSV(property.value)
            }
            cells[place] = buffer.bytes
        }
        locator = level.locator
        self.cells = cells
        notes = resolved.notes
    }
}
