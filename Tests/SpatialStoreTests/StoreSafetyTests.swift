import Foundation
import GeographyModel
import HealthLiteracy
import SpatialStore
import Testing
import TestSupport

/// What happens to a store when things go wrong.
@Suite struct StoreSafetyTests {
    private let source = DataSource(id: "test", title: "Test", licence: "none")

    @Test func `a new store that cannot be filled leaves nothing behind`() throws {
        let folder = try FixtureStore.folder()
        let path = folder.appendingPathComponent("new.sqlite").path
        #expect(throws: CancellationError.self) {
            try SpatialStore.create(at: path, action: "test", at: FixtureStore.instant) { _ in throw CancellationError()
            }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func `a draft of a process that is gone is cleared away`() throws {
        let folder = try FixtureStore.folder()
        let path = folder.appendingPathComponent("new.sqlite").path
        // No process has a number this high: the kernel's limit is 2^22.
        let abandoned = "\(path).draft-2147480000"
        try Data("half".utf8).write(to: URL(fileURLWithPath: abandoned))
        try SpatialStore.create(at: path, action: "test", at: FixtureStore.instant) { _ in }
        #expect(!FileManager.default.fileExists(atPath: abandoned))
        #expect(FileManager.default.fileExists(atPath: path))
    }

    @Test func `a change that throws is undone whole`() async throws {
        let (service, _) = try await FixtureStore.writable()
        let before = try await service.store.read { try $0.revision() }
        await #expect(throws: CancellationError.self) {
            try await service.store.write(action: "test", at: FixtureStore.instant) { writer in
                try writer.put(source)
                throw CancellationError()
            }
        }
        let (after, sources) = try await service.store.read { (try $0.revision(), try $0.sources().map(\.id)) }
        #expect(after == before)
        #expect(!sources.contains("test"))
    }

    @Test func `two writers at once both succeed, one after the other`() async throws {
        let (service, path) = try await FixtureStore.writable()
        let other = try SpatialStore.open(at: path, access: .readWrite)
        let before = try await service.store.read { try $0.revision() }
        async let first: Void = service.store.write(action: "first", at: FixtureStore.instant) { writer in
            try writer.put(DataSource(id: "first", title: "First", licence: "none"))
        }
        async let second: Void = other.write(action: "second", at: FixtureStore.instant) { writer in
            try writer.put(DataSource(id: "second", title: "Second", licence: "none"))
        }
        _ = try await (first, second)
        let (revision, ids) = try await service.store.read { (try $0.revision(), Set(try $0.sources().map(\.id))) }
        #expect(revision == before + 2)
        #expect(ids.isSuperset(of: ["first", "second"]))
    }

    @Test func `a store that is opened for reading cannot be written`() async throws {
        let store = try SpatialStore.open(at: try await FixtureStore.path(), access: .readOnly)
        let error = await #expect(throws: GeodataError.self) {
            try await store.write(action: "test", at: FixtureStore.instant) { try $0.put(source) }
        }
        #expect(error?.code == .outputFailed)
    }

    @Test func `a store of the schemas before is brought up to date, and keeps what it holds`() async throws {
        let (service, path) = try await FixtureStore.writable()
        let held = try await service.store.read { try $0.initiatives() }
        try await service.store.write(action: "test", at: FixtureStore.instant) { writer in
            let backwards = [
                "DROP TABLE audit", "DROP TABLE access_token", "DROP TABLE area_similar",
                "DROP TABLE area_population_centroid",
                "DELETE FROM grdb_migrations WHERE identifier IN ('4 writing over the service', '5 comparing places')",
            ]
            for statement in backwards {
                try writer.reader.forEachRow(of: BoundStatement(sql: statement, values: [])) { _ in }
            }
            try writer.markDerived()
        }
        try service.store.close()
        let error = #expect(throws: GeodataError.self) { try SpatialStore.open(at: path, access: .readOnly) }
        #expect(error?.remedy?.contains("hlgeo load") == true)
        let store = try SpatialStore.open(at: path, access: .readWrite)
        #expect(try await store.read { try $0.initiatives() } == held)
        try await store.changeAccess { writer in
            try writer.add(
                AccessToken(name: "test", ending: "abcd", createdAt: FixtureStore.instant),
                sha256: [UInt8](repeating: 1, count: 32))
        }
        #expect(try await store.read { try $0.accessTokens().map(\.name) } == ["test"])
        #expect(try await store.read { try $0.audit(limit: 1) }.isEmpty)
    }

    @Test func `a token is revoked, never taken away from what it did`() async throws {
        let (service, _) = try await FixtureStore.writable()
        try await service.store.changeAccess { writer in
            try writer.add(
                AccessToken(name: "test", ending: "abcd", createdAt: FixtureStore.instant),
                sha256: [UInt8](repeating: 1, count: 32))
        }
        let entry = AuditEntry(
            instant: FixtureStore.instant, token: "test", action: .delete, collection: "initiatives", featureID: "x",
            revision: 2, requestID: nil, before: "{}", after: nil)
        try await service.store.write(action: "test", at: FixtureStore.instant) { try $0.record(entry) }
        #expect(try await service.store.read { try $0.audit(limit: 9) } == [entry])
        #expect(try await service.store.read { try $0.deletedFeatures(of: "initiatives") } == ["x"])
        var wrong = [entry, entry, entry, entry]
        wrong[0].token = "nobody"
        wrong[1].before = nil
        wrong[2].before = "no JSON"
        wrong[3].revision = 99
        for entry in wrong {
            await #expect(throws: GeodataError.self) {
                try await service.store.write(action: "test", at: FixtureStore.instant) { try $0.record(entry) }
            }
        }
        await #expect(throws: GeodataError.self) {
            try await service.store.write(action: "test", at: FixtureStore.instant) { writer in
                let statement = BoundStatement(sql: "DELETE FROM access_token", values: [])
                try writer.reader.forEachRow(of: statement) { _ in }
            }
        }
    }

    @Test func `a figure cannot refer to an edition that is not there`() async throws {
        let (service, _) = try await FixtureStore.writable()
        await #expect(throws: GeodataError.self) {
            try await service.store.write(action: "test", at: FixtureStore.instant) { writer in
                let key = try writer.put(source)
                try writer.put(
                    Estimate(area: AreaCode("E09000025"), value: 1), indicator: "none", edition: "none", from: key)
            }
        }
    }

    @Test func `files that are no store are told apart`() async throws {
        let folder = try FixtureStore.folder()
        func file(_ name: String, _ data: Data) throws -> String {
            let url = folder.appendingPathComponent(name)
            try data.write(to: url)
            return url.path
        }
        let whole = try Data(contentsOf: URL(fileURLWithPath: try await FixtureStore.path()))
        let cases: [(String, GeodataError.Code)] = [
            (folder.appendingPathComponent("absent.sqlite").path, .storeMissing), (folder.path, .storeForeign),
            (try file("empty.sqlite", Data()), .storeForeign),
            (try file("text.sqlite", Data("hello".utf8)), .storeForeign),
            (try file("cut.sqlite", whole.prefix(whole.count / 2)), .storeCorrupt),
        ]
        for (path, code) in cases {
            let error = #expect(throws: GeodataError.self) { try SpatialStore.open(at: path, access: .readOnly) }
            #expect(error?.code == code, "\(path)")
            #expect(error?.remedy?.isEmpty == false)
        }
    }
}
