import QueryEngine
import Testing

/// Texts of 64 KiB that are made to hurt are read or refused soon.
struct HostileFilterTests {
    /// Far more than a release build needs, for debug builds on machines that do other things too.
    private let patience = Duration.seconds(5)

    @Test("No CQL2 text keeps its reader busy", arguments: HostileFilter.texts)
    func text(_ hostile: HostileFilter) throws {
        try expectSoon { try FilterExpression(text: hostile.text) }
    }

    @Test("No CQL2 JSON keeps its reader busy", arguments: HostileFilter.jsons)
    func json(_ hostile: HostileFilter) throws {
        try expectSoon { try FilterExpression(json: hostile.text) }
    }

    @Test("No text keeps the reader of geometries busy", arguments: HostileFilter.texts)
    func wkt(_ hostile: HostileFilter) throws {
        try expectSoon { try FilterGeometry(wkt: hostile.text) }
    }

    private func expectSoon<Value>(_ read: () throws -> Value) throws {
        let time = ContinuousClock().measure { _ = try? read() }
        #expect(time < patience)
    }
}
