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
