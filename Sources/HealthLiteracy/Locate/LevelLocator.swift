import GeographyModel
import QueryEngine
import SpatialStore

/// The areas of one level in memory, ready to say which of them a point lies in.
struct LevelLocator: Sendable {
    /// Finds the number of the area; areas are numbered by their codes, so that of several areas on whose boundary a
    /// point lies the one with the lowest code is taken.
    let locator: AreaLocator
    /// The codes, by number.
    let codes: [AreaCode]

    /// Reads the areas of a level that have a boundary.
    ///
    /// - Throws: ``GeodataError`` `noFigures` where none has.
    init(_ type: AreaType, _ reader: StoreReader) throws {
        var geometries: [MultiPolygon] = []
        var codes: [AreaCode] = []
        try reader.forEachGeometry(of: type, detail: .full) { code, geometry in
            guard case .multiPolygon(let shape) = geometry else { return }
            codes.append(code)
            geometries.append(shape)
        }
        guard !codes.isEmpty else { throw HealthLiteracyService.noBoundaries(type) }
        locator = AreaLocator(geometries)
        self.codes = codes
    }

    /// The areas of a level, read once for each state of the store.
    static func remembered(_ type: AreaType, _ reader: StoreReader) throws -> LevelLocator {
        try reader.remembered("locator \(type.rawValue)") { try LevelLocator(type, reader) }
    }
}
