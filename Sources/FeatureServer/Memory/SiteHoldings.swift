import HealthLiteracy
import QueryEngine

/// What the collections of one state of the store are, and what can be asked of each: what every route needs to know
/// before it can understand a request.
struct SiteHoldings: Sendable {
    /// The collections, in the order in which they are listed.
    let collections: [CollectionID]
    private let catalogues: [String: QueryableCatalogue]

    /// Reads them.
    ///
    /// - Throws: ``GeodataError`` where the store cannot be read.
    init(_ service: HealthLiteracyService) async throws {
        collections = try await service.collections()
        var catalogues: [String: QueryableCatalogue] = [:]
        for collection in collections { catalogues[collection.name] = try await service.catalogue(of: collection) }
        self.catalogues = catalogues
    }

    /// The queryables of a collection.
    func queryables(of collection: CollectionID) -> [Queryable] { catalogues[collection.name]?.all ?? [] }

    /// The properties that features carry unless others are named.
    func usualProperties(of collection: CollectionID) -> [Queryable] {
        guard let catalogue = catalogues[collection.name] else { return [] }
        return catalogue.usual.compactMap { catalogue[$0] }
    }
}
