public import GeographyModel
import QueryEngine
import SpatialStore

extension HealthLiteracyService {
    /// Finds the area that one point lies in.
    ///
    /// A point on a boundary lies in every area whose boundary it is on; of these the one with the lowest code is taken.
    ///
    /// - Parameters:
    ///   - position: The point, CRS84.
    ///   - query: In which areas, and what is said of them.
    /// - Throws: ``GeodataError`` `areaNotFound` where it lies in none; what a query throws.
    public func locate(_ position: Position, _ query: LocateQuery) async throws -> FeatureList {
        try Self.requireOnEarth(position)
        let levels = try await store.read { try $0.areaCounts() }
        guard levels.contains(where: { $0.type == query.areaType && $0.withBoundary > 0 }) else {
            throw Self.noBoundaries(query.areaType)
        }
        let touching = FeatureFilter(
            words: "S_INTERSECTS(geometry, POINT(\(position.longitude) \(position.latitude)))")
        return try await single(query.collectionQuery(filter: touching), position, query)
    }

    /// Finds the area that one point lies in as ``locate(_:_:)`` does, by an index in memory that is made at the first
    /// question to each state of the store: for those who ask often.
    ///
    /// - Parameter revision: The state of the store that is asked.
    /// - Throws: As ``locate(_:_:)``.
    package func code(at position: Position, of type: AreaType, revision: Int) async throws -> AreaCode {
        try Self.requireOnEarth(position)
        let level = try await LevelLocator.remembered(type, in: store, at: revision)
        return try Self.code(at: position, of: type, level)
    }

    /// The same from what is in memory; `nil` where the areas are not.
    ///
    /// - Throws: As ``code(at:of:revision:)``.
    package func codeInMemory(at position: Position, of type: AreaType, revision: Int) throws -> AreaCode? {
        try Self.requireOnEarth(position)
        return try LevelLocator.known(type, in: store, at: revision).map { try Self.code(at: position, of: type, $0) }
    }

    private static func code(at position: Position, of type: AreaType, _ level: LevelLocator) throws -> AreaCode {
        guard let place = level.locator.area(at: position) else { throw nowhere(position, type) }
        return level.codes[place]
    }

    /// What ``locate(_:_:)`` says of a point that is known to lie in an area.
    ///
    /// - Throws: As ``locate(_:_:)``.
    package func located(_ position: Position, in code: AreaCode, _ query: LocateQuery) async throws -> FeatureList {
        var asked = query.collectionQuery()
        asked.conditions = [
            FilterExpression(
                .operation(
                    .equal, [FilterExpression(.property("area_code")), FilterExpression(.text(code.rawValue))]))
        ]
        return try await single(asked, position, query)
    }

    /// The one area that a query means, as the answer to a point.
    private func single(_ asked: CollectionQuery, _ position: Position, _ query: LocateQuery) async throws
        -> FeatureList
    {
        var asked = asked
        asked.limit = 1
        var list = try await features(asked)
        guard !list.page.features.isEmpty else { throw Self.nowhere(position, query.areaType) }
        (list.page.numberMatched, list.page.next) = (1, nil)
        list.notes.removeAll { $0.code == .rankAmongAll }
        return list
    }

    private static func requireOnEarth(_ position: Position) throws {
        guard abs(position.longitude) <= 180, abs(position.latitude) <= 90 else {
            throw GeodataError(
                .invalidRequest, "\(position.longitude) \(position.latitude) is no place on Earth.",
                remedy: "Give longitude and latitude in degrees, such as -0.03 51.53.")
        }
    }

    private static func nowhere(_ position: Position, _ type: AreaType) -> GeodataError {
        return GeodataError(
            .areaNotFound,
            "\(position.longitude) \(position.latitude) lies in no \(type.label) of the store.",
            remedy: position.hasSwappedAxes
                ? "Longitude comes first: try \(position.latitude) \(position.longitude)."
                : "Check the coordinates; longitude comes first, and the embedded boundaries are England's.")
    }

    /// Finds the area of each of some points, by the same index.
    ///
    /// - Parameters:
    ///   - positions: The points, CRS84.
    ///   - query: In which areas, and what is said of them.
    /// - Returns: For each point what is said of its area, `nil` where it lies in none; and what must be said about it.
    /// - Throws: What a query throws.
    public func locate(_ positions: [Position], _ query: LocateQuery) async throws -> LocatedPoints {
        try await store.read { reader in
            let level = try LevelLocator.remembered(query.areaType, reader)
            let resolved = try ResolvedQuery(query.collectionQuery(), today: today, reader: reader)
            var known: [String: [PropertyValue]] = [:]
            try CollectionReader(reader).forEach(resolved.query) { known[$0.id] = $0.properties.map(\.value) }
            return LocatedPoints(
                columns: query.properties,
                rows: level.locator.areas(at: positions).map { place in
                    place < 0 ? nil : known[level.codes[Int(place)].rawValue]
                }, notes: resolved.notes)
        }
    }

    /// Copies a CSV file of points, adding to each row the area that its point lies in and what is known of it.
    ///
    /// Every row is kept, in its order; `locate_status` says `located`, `outside` or `bad-row`. The file is read piece
    /// by piece, so that it may be of any size. A point on a boundary is found in the area with the lowest code.
    ///
    /// - Parameters:
    ///   - path: The file; gzip is read directly, `-` is standard input.
    ///   - columns: How the file is laid out, where it does not tell.
    ///   - query: In which areas, and what is said of them.
    ///   - progress: Is told how far the work has come.
    ///   - write: Takes the bytes of the new file in pieces, in order.
    /// - Throws: ``GeodataError`` `inputMissing`, `inputMalformed`, `invalidRequest`; what a query throws; what `write`
    ///   throws.
    public func locate(
        pointsIn path: String, columns: PointColumns = PointColumns(), _ query: LocateQuery,
        progress: (@Sendable (ImportProgress) -> Void)? = nil,
        to write: @escaping @Sendable (UnsafeRawBufferPointer) throws -> Void
    ) async throws -> LocateSummary {
        try await store.read { reader in
            progress?(ImportProgress(stage: "reading boundaries", fraction: 0))
            let areas = try LocatedAreas(query, today: today, reader: reader)
            var points = try PointsFile(
                path, columns: columns, areas: areas, properties: query.properties, reader: reader)
            try points.header(adding: query.properties).withUnsafeBytes(write)
            while let rows = try points.next() {
                try rows.withUnsafeBytes(write)
                progress?(ImportProgress(stage: "finding areas", fraction: points.fraction))
            }
            var summary = points.summary
            summary.notes = areas.notes
            summary.columns = PointsFile.columns(points.originalColumns, adding: query.properties)
            return summary
        }
    }

    /// Why no point can be found in areas of a level.
    static func noBoundaries(_ type: AreaType) -> GeodataError {
        GeodataError(
            .noFigures, "The store has no boundaries of \(type.plural).",
            remedy: "Look in another level, or import boundaries of this one.")
    }
}
