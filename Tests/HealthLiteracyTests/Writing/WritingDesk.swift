import Foundation
import GeographyModel
import HealthLiteracy
import QueryEngine
import SpatialStore
import TestSupport

/// A store of its own with somebody who may write to it.
struct WritingDesk {
    let service: HealthLiteracyService
    let path: String
    let token: AccessToken

    init() async throws {
        (service, path) = try await FixtureStore.writable()
        let secret = try await service.addToken(name: "alice", at: FixtureStore.instant)
        guard let token = try await service.authorise(secret, at: FixtureStore.instant) else {
            throw GeodataError(.internal, "The token was not accepted.")
        }
        self.token = token
    }

    var context: WriteContext { WriteContext(token: token, instant: FixtureStore.instant, requestID: "request-1") }

    /// A Feature with these properties, written as JSON without the braces.
    static func feature(_ properties: String, geometry: String = "null") -> String {
        #"{"type":"Feature","geometry":\#(geometry),"properties":{\#(properties)}}"#
    }

    func create(_ feature: String, in system: CoordinateReferenceSystem = .crs84) async throws -> InitiativeWrite {
        try await service.createInitiative(Array(feature.utf8), in: system, by: context)
    }

    func replace(_ id: String, _ feature: String, expecting tags: [String]? = nil) async throws -> InitiativeWrite {
        try await service.replaceInitiative(id, with: Array(feature.utf8), expecting: tags, by: context)
    }

    func delete(_ id: String, expecting tags: [String]? = nil) async throws -> InitiativeWrite {
        try await service.deleteInitiative(id, expecting: tags, by: context)
    }

    func stored(_ id: String) async throws -> RecordedInitiative? {
        try await service.store.read { try $0.initiative(id) }
    }

    func revision() async throws -> Int { try await service.store.read { try $0.revision() } }

    /// A number that districts show.
    func count(_ property: String, of code: String) async throws -> PropertyValue? {
        let list = try await service.features(
            CollectionQuery(
                collection: .areas(.district), filter: FeatureFilter(words: "area_code = '\(code)'"),
                properties: [property]))
        return list.page.features.first?.properties.first?.value
    }

    /// Runs SQL of a test's own behind the store's back.
    func run(_ sql: String...) async throws {
        try await service.store.write(action: "behind the back", at: FixtureStore.instant) { writer in
            for statement in sql {
                try writer.reader.forEachRow(of: BoundStatement(sql: statement, values: [])) { _ in }
            }
            try writer.markDerived()
        }
    }

    /// The error that something ends with.
    static func failure(_ body: () async throws -> some Sendable) async -> GeodataError? {
        do { _ = try await body() } catch { return error as? GeodataError }
        return nil
    }
}
