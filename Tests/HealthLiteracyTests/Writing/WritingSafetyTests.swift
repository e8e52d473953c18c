import Foundation
import GeographyModel
import HealthLiteracy
import SpatialStore
import TestSupport
import Testing

/// Writes are whole, one after the other, recorded, and show everywhere at once.
@Suite struct WritingSafetyTests {
    private static func reading(_ summary: String, areas: String = "Kent") -> String {
        WritingDesk.feature(
            #""name":"Reading","area_names":["\#(areas)"],"start":"2024","summary":"\#(summary)""#)
    }

    @Test func `of two who change the same state exactly one wins`() async throws {
        let desk = try await WritingDesk()
        let other = HealthLiteracyService(
            store: try SpatialStore.open(at: desk.path, access: .readWrite), today: FixtureStore.day)
        var tag = try await desk.create(Self.reading("0")).tag
        for round in 1...5 {
            let (known, context) = (try #require(tag), desk.context)
            let wins = await withTaskGroup(of: InitiativeWrite?.self) { group in
                for writer in 0..<6 {
                    group.addTask {
                        let service = writer.isMultiple(of: 2) ? desk.service : other
                        return try? await service.replaceInitiative(
                            "reading", with: Array(Self.reading("\(round) by \(writer)").utf8), expecting: [known],
                            by: context)
                    }
                }
                var wins: [InitiativeWrite] = []
                for await win in group { if let win { wins.append(win) } }
                return wins
            }
            #expect(wins.count == 1)
            tag = wins.first?.tag
            #expect(try await desk.service.initiativeTag("reading") == tag)
        }
        #expect(try await desk.service.audit(limit: 100).entries.count == 6)
    }

    @Test(arguments: [
        """
        CREATE TRIGGER late BEFORE INSERT ON store_revision WHEN new.action LIKE '% token %'
        BEGIN SELECT RAISE(ABORT, 'late'); END
        """,
        "CREATE TRIGGER late BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'late'); END",
        "CREATE TRIGGER late BEFORE INSERT ON area_initiative BEGIN SELECT RAISE(ABORT, 'late'); END",
    ])
    func `a failure at the last moment leaves nothing`(trigger: String) async throws {
        let desk = try await WritingDesk()
        let first = try await desk.create(Self.reading("first"))
        let counted = try await desk.count("initiative_count", of: "E07000112")
        try await desk.run(trigger)
        let revision = try await desk.revision()
        #expect(await WritingDesk.failure { try await desk.create(WritingDesk.feature(#""name":"x""#)) } != nil)
        #expect(await WritingDesk.failure { try await desk.replace("reading", Self.reading("second")) } != nil)
        #expect(await WritingDesk.failure { try await desk.delete("reading") } != nil)
        #expect(try await desk.revision() == revision)
        #expect(try await desk.service.initiativeTag("reading") == first.tag)
        #expect(try await desk.stored("x") == nil)
        #expect(try await desk.service.audit().entries.count == 1)
        #expect(try await desk.count("initiative_count", of: "E07000112") == counted)
    }

    @Test func `a token that is revoked between its check and the write is refused`() async throws {
        let desk = try await WritingDesk()
        try await desk.service.revokeToken(name: "alice", at: FixtureStore.instant)
        let error = await WritingDesk.failure { try await desk.create(Self.reading("")) }
        #expect(error?.code == .notAuthorised && error?.remedy?.isEmpty == false)
        #expect(try await desk.stored("reading") == nil)
    }

    @Test func `a store that is open for reading takes nothing`() async throws {
        let desk = try await WritingDesk()
        let reader = HealthLiteracyService(
            store: try SpatialStore.open(at: desk.path, access: .readOnly), today: FixtureStore.day)
        let error = await WritingDesk.failure {
            try await reader.createInitiative(Array(Self.reading("").utf8), by: desk.context)
        }
        #expect(error?.code == .outputFailed)
    }

    @Test func `the audit has every change whole, and cannot be changed`() async throws {
        let desk = try await WritingDesk()
        let made = try await desk.create(Self.reading("first"))
        let changed = try await desk.replace(made.id, Self.reading("second"))
        let gone = try await desk.delete(made.id)
        let entries = try await desk.service.audit().entries
        #expect(entries.map(\.action) == [.delete, .replace, .create])
        #expect(entries.map(\.revision) == [gone.revision, changed.revision, made.revision])
        for entry in entries {
            #expect(entry.token == "alice" && entry.instant == FixtureStore.instant)
            #expect(entry.collection == "initiatives" && entry.featureID == "reading")
            #expect(entry.requestID == "request-1")
        }
        #expect(entries[0].after == nil && entries[2].before == nil)
        #expect(entries[0].before == entries[1].after && entries[1].before == entries[2].after)
        #expect(entries[1].before?.contains("first") == true && entries[1].after?.contains("second") == true)
        let after = try #require(entries[1].after)
        let object = try JSONSerialization.jsonObject(with: Data(after.utf8)) as? [String: Any]
        #expect((object?["properties"] as? [String: Any])?["area_codes"] as? [String] == ["E10000016"])
        #expect(try await desk.service.audit(limit: 1).entries == [entries[0]])
        for statement in ["UPDATE audit SET feature_id = 'x'", "DELETE FROM audit"] {
            await #expect(throws: GeodataError.self) { try await desk.run(statement) }
        }
        #expect(try await desk.service.audit().entries == entries)
        // Nothing comes from the token any more, so its source is gone too.
        #expect(try await desk.service.store.read { try $0.sources().contains { $0.id == "service/alice" } } == false)
    }

    @Test func `counts and gaps follow each change at once`() async throws {
        let desk = try await WritingDesk()
        // Leicester is in the worst fifth, and nobody is at work there.
        let (leicester, blackburn) = ("E06000016", "E06000008")
        func isGap() async throws -> Bool {
            try await desk.service.gaps(GapsQuery()).areas.contains { $0.ranked.area.code.rawValue == leicester }
        }
        func number(_ code: String) async throws -> Int {
            guard case .integer(let number)? = try await desk.count("initiative_count", of: code) else { return -1 }
            return number
        }
        func state() async throws -> [Int] {
            [try await number(leicester), try await number(blackburn), try await isGap() ? 1 : 0]
        }
        let before = try await state()
        #expect(before[0] >= 0 && before[1] >= 0 && before[2] == 1)
        let id = try await desk.create(Self.reading("", areas: "Leicester")).id
        #expect(try await state() == [before[0] + 1, before[1], 0])
        _ = try await desk.replace(id, Self.reading("", areas: "Blackburn with Darwen"))
        #expect(try await state() == [before[0], before[1] + 1, 1])
        _ = try await desk.delete(id)
        #expect(try await state() == before)
    }
}
