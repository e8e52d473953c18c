public import Foundation
public import GeographyModel
public import HealthLiteracy
import SpatialStore

/// A store of the embedded data set, loaded once for all tests of a process; each test works on its own copy or only
/// reads.
public enum FixtureStore {
    /// The day on which activity is judged in tests.
    public static let day: CalendarDay = CalendarDay("2026-11-21") ?? preconditionDay
    /// The time at which tests write.
    public static let instant = "2026-11-21T00:00:00Z"

    private static var preconditionDay: CalendarDay { preconditionFailure("the fixture's day is not a day") }

    /// The embedded data set.
    public static let geodata = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("GeoData").path

    /// A folder that goes away when the tests end.
    public static func folder() throws -> URL {
        let folder = root.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    private static let root: URL = {
        atexit { try? FileManager.default.removeItem(at: FixtureStore.root) }
        return FileManager.default.temporaryDirectory.appendingPathComponent(
            "hlgeo-tests-\(ProcessInfo.processInfo.processIdentifier)")
    }()

    /// The path of the store that all tests may read.
    public static func path() async throws -> String { try await shared.value }

    /// A service that reads the shared store.
    public static func service() async throws -> HealthLiteracyService {
        HealthLiteracyService(store: try SpatialStore.open(at: await path(), access: .readOnly), today: day)
    }

    /// A service on a copy of the store, and the copy's path.
    public static func writable() async throws -> (service: HealthLiteracyService, path: String) {
        let copy = try folder().appendingPathComponent("england.sqlite").path
        try FileManager.default.copyItem(atPath: await path(), toPath: copy)
        return (HealthLiteracyService(store: try SpatialStore.open(at: copy, access: .readWrite), today: day), copy)
    }

    /// Writes a file for a test to read.
    public static func file(_ name: String, _ text: String) throws -> String {
        let file = try folder().appendingPathComponent(name)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    private static let shared = Task<String, any Error> {
        let path = try folder().appendingPathComponent("england.sqlite").path
        _ = try await HealthLiteracyService.load(geodata: geodata, intoStoreAt: path, at: instant)
        return path
    }
}
