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
        try reader.remembered(name(type)) { try LevelLocator(type, reader) }
    }

    /// The same for one revision: read from the store at most once, and most often not at all.
    static func remembered(_ type: AreaType, in store: SpatialStore, at revision: Int) async throws -> LevelLocator {
        if let known = known(type, in: store, at: revision) { return known }
        return try await store.read { try remembered(type, $0) }
    }

    /// The same where it has been read.
    static func known(_ type: AreaType, in store: SpatialStore, at revision: Int) -> LevelLocator? {
        store.remembered(name(type), at: revision, as: LevelLocator.self)
    }

    /// The codes of the areas that share a position with a box, in ascending order.
    func codes(touching box: FilterBox) -> [String] {
        locator.areas(touching: BoundingBox(west: box.west, south: box.south, east: box.east, north: box.north))
            .map { codes[$0].rawValue }
    }

    private static func name(_ type: AreaType) -> String { "locator \(type.rawValue)" }
}
