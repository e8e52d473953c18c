public import GeographyModel
public import SpatialStore

/// What a store holds and what answers from it.
public struct StoreInformation: Sendable {
    /// A level of geography with how many areas it has.
    public struct Collection: Sendable {
        /// The level.
        public var type: AreaType
        /// How many areas.
        public var count: Int
        /// How many of them have a boundary.
        public var withBoundary: Int
    }

    /// A committed change.
    public struct Change: Sendable {
        /// The revision that it made.
        public var revision: Int
        /// When, ISO 8601 in UTC.
        public var changedAt: String
        /// What.
        public var action: String
    }

    /// The file.
    public var path: String
    /// The store's revision.
    public var revision: Int
    /// The levels of geography, the widest first.
    public var collections: [Collection]
    /// How many initiatives there are.
    public var initiativeCount: Int
    /// The editions.
    public var editions: [RecordedEdition]
    /// The sources.
    public var sources: [DataSource]
    /// The last changes, the newest first.
    public var history: [Change]
    /// The versions of SQLite, SpatiaLite, GEOS and PROJ.
    public var versions: [Property]
}

extension HealthLiteracyService {
    /// Tells what the store holds.
    public func information() async throws -> StoreInformation {
        try await store.read { [path = store.path] reader in
            StoreInformation(
                path: path, revision: try reader.revision(),
                collections: try reader.areaCounts().map {
                    .init(type: $0.type, count: $0.count, withBoundary: $0.withBoundary)
                },
                initiativeCount: try reader.initiativeCount(), editions: try reader.editions(),
                sources: try reader.sources(),
                history: try reader.history(limit: 10).map {
                    .init(revision: $0.revision, changedAt: $0.changedAt, action: $0.action)
                },
                versions: try reader.libraryVersions().map { Property($0.name.lowercased(), .text($0.version)) })
        }
    }
}
