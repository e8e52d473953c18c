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
        try await store.read { reader in
            var resolved = try ResolvedQuery(asked, today: today, reader: reader)
            resolved.query.limit = asked.limit ?? Self.defaultPageSize
            return FeatureList(
                collection: asked.collection, system: asked.system,
                page: try CollectionReader(reader, limits: limits).page(resolved.query, countsMatches: true),
                notes: resolved.notes, attribution: try Attribution.text(reader))
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
        try await store.read { try CollectionReader($0).catalogue(of: collection).all }
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
