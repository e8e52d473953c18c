public import GeographyModel
public import QueryEngine
import SpatialStore

/// A page of a collection with what must be said about it.
public struct FeatureList: Sendable {
    /// The collection.
    public var collection: CollectionID
    /// The reference system of their geometry.
    public var system: CoordinateReferenceSystem
    /// The features.
    public var page: FeaturePage
    /// What the reader must know.
    public var notes: [Note]
    /// Who must be named where the features are shown.
    public var attribution: String
}

extension HealthLiteracyService {
    /// Reads one page of a collection, and counts what meets the condition on all pages.
    ///
    /// - Parameters:
    ///   - asked: Which features; without a limit a page has ``defaultPageSize``.
    ///   - limits: How much may be asked for at once.
    /// - Throws: ``GeodataError`` `areaNotFound`, `indicatorNotFound`, `editionNotFound`, `noFigures`, `invalidFilter`,
    ///   `invalidRequest`, and the limits' own: `filterTooLong`, `filterTooDeep`, `tooManyVertices`, `tooManyRows`,
    ///   `timeBudgetSpent`.
    public func features(_ asked: CollectionQuery, limits: QueryLimits = QueryLimits()) async throws -> FeatureList {
        try await page(asked, limits: limits) { found in
            FeatureList(
                collection: asked.collection, system: asked.system,
                page: try found.page(), notes: found.notes, attribution: found.attribution)
        }
    }

    /// Finds one page of a collection and leaves it to `body` which of its features must be read.
    ///
    /// - Parameters:
    ///   - asked: Which features; without a limit a page has ``defaultPageSize``.
    ///   - limits: How much may be asked for at once.
    ///   - body: Makes the answer; what it is handed lives only as long as it runs.
    /// - Throws: As ``features(_:limits:)``, and what `body` throws.
    package func page<Answer: Sendable>(
        _ asked: CollectionQuery, limits: QueryLimits = QueryLimits(),
        _ body: @Sendable (FoundPage) throws -> Answer
    ) async throws -> Answer {
        try await store.read { reader in
            var resolved = try ResolvedQuery(asked, today: today, reader: reader)
            resolved.query.limit = asked.limit ?? Self.defaultPageSize
            let collection = try CollectionReader(reader, limits: limits)
            return try body(
                FoundPage(
                    revision: try reader.revision(), notes: resolved.notes, attribution: try Attribution.text(reader),
                    selection: try collection.selection(resolved.query, countsMatches: true),
                    read: { try collection.features($0, at: $1) }))
        }
    }

    /// The collections of the store: every level of geography that it holds, initiatives, estimates.
    public func collections() async throws -> [CollectionID] {
        try await store.read { reader in
            try reader.remembered("collections") {
                try reader.areaCounts().reversed().map { .areas($0.type) } + [.initiatives, .estimates]
            }
        }
    }

    /// The box around all features of a collection, CRS84; `nil` where none has a place.
    public func extent(of collection: CollectionID) async throws -> BoundingBox? {
        try await store.read { reader in
            try reader.remembered("extent \(collection.name)") {
                try CollectionReader(reader).extent(
                    of: FeatureQuery(collection: collection, day: today, geometry: .generalised))
            }
        }
    }

    /// The number of the last change of the store and when it was made, ISO 8601 in UTC.
    public func state() async throws -> (revision: Int, changedAt: String) {
        try await store.read { reader in
            let last = try reader.history(limit: 1).first
            return (last?.revision ?? 0, last?.changedAt ?? "1970-01-01T00:00:00Z")
        }
    }

    /// How a page of a collection is read, without reading it.
    ///
    /// - Throws: As ``features(_:limits:)``.
    public func explain(_ asked: CollectionQuery) async throws -> QueryExplanation {
        try await store.read { reader in
            var resolved = try ResolvedQuery(asked, today: today, reader: reader)
            resolved.query.limit = asked.limit ?? Self.defaultPageSize
            return try CollectionReader(reader).explanation(of: resolved.query)
        }
    }

    /// The queryables of a collection.
    public func queryables(of collection: CollectionID) async throws -> [Queryable] {
        try await catalogue(of: collection).all
    }

    /// The queryables of a collection, and which of them features carry unless others are named.
    public func catalogue(of collection: CollectionID) async throws -> QueryableCatalogue {
        try await store.read { try CollectionReader($0).catalogue(of: collection) }
    }

    /// Converts a filter to the condition of a statement, checking its names and types against a collection.
    ///
    /// - Throws: ``GeodataError`` `invalidFilter`.
    public func convert(_ filter: FilterExpression, for collection: CollectionID) async throws -> FilterConversion {
        try await store.read { reader in
            if case .areas(let type) = collection { try EditionChoice.requireLevel(type, reader) }
            return try CollectionReader(reader).convert(filter, for: FeatureQuery(collection: collection, day: today))
        }
    }

    /// How many features a page has unless a query says otherwise.
    public static let defaultPageSize = 20
}
