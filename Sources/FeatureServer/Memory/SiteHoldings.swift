import HealthLiteracy
import QueryEngine

/// What the collections of one state of the store are, and what can be asked of each: what every route needs to know
/// before it can understand a request.
struct SiteHoldings: Sendable {
    /// The collections, in the order in which they are listed.
    let collections: [CollectionID]
    private let queryables: [String: [Queryable]]

    /// Reads them.
    ///
    /// - Throws: ``GeodataError`` where the store cannot be read.
    init(_ service: HealthLiteracyService) async throws {
        collections = try await service.collections()
        var queryables: [String: [Queryable]] = [:]
        for collection in collections { queryables[collection.name] = try await service.queryables(of: collection) }
        self.queryables = queryables
    }

    /// The queryables of a collection.
    func queryables(of collection: CollectionID) -> [Queryable] { queryables[collection.name] ?? [] }
}
