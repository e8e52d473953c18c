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
        guard abs(position.longitude) <= 180, abs(position.latitude) <= 90 else {
            throw GeodataError(
                .invalidRequest, "\(position.longitude) \(position.latitude) is no place on Earth.",
                remedy: "Give longitude and latitude in degrees, such as -0.03 51.53.")
        }
        let levels = try await store.read { try $0.areaCounts() }
        guard levels.contains(where: { $0.type == query.areaType && $0.withBoundary > 0 }) else {
            throw Self.noBoundaries(query.areaType)
        }
        var asked = query.collectionQuery(
            filter: FeatureFilter(words: "S_INTERSECTS(geometry, POINT(\(position.longitude) \(position.latitude)))"))
        asked.limit = 1
        var list = try await features(asked)
        guard !list.page.features.isEmpty else {
            let isSwapped = (49...61).contains(position.longitude) && (-9...2.5).contains(position.latitude)
            throw GeodataError(
                .areaNotFound,
                "\(position.longitude) \(position.latitude) lies in no \(query.areaType.label) of the store.",
                remedy: isSwapped
                    ? "Longitude comes first: try \(position.latitude) \(position.longitude)."
                    : "Check the coordinates; longitude comes first, and the embedded boundaries are England's.")
        }
        (list.page.numberMatched, list.page.next) = (1, nil)
        list.notes.removeAll { $0.code == .rankAmongAll }
        return list
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
            remedy: "Bring them in with 'hlgeo import boundaries'.")
    }
}
