import Foundation
import GeographyModel
import HealthLiteracy
import QueryEngine
import SpatialStore
import TestSupport
import Testing

@Suite struct TokenTests {
    /// The same numbers every time.
    private struct Counting: RandomNumberGenerator {
        var last: UInt64 = 0
        mutating func next() -> UInt64 {
            last &+= 0x9E37_79B9_7F4A_7C15
            return last
        }
    }

    private let now = FixtureStore.instant

    @Test func `a token is recognisable, and has 256 bits of its generator`() {
        var generator = Counting()
        let (first, second) = (TokenSecret(using: &generator).text, TokenSecret(using: &generator).text)
        var again = Counting()
        #expect(TokenSecret(using: &again).text == first)
        #expect(first != second && TokenSecret.random().text != TokenSecret.random().text)
        #expect(first.wholeMatch(of: /hlgeo_[A-Za-z0-9_-]{43}/) != nil)
    }

    @Test func `the token that was given out is accepted, and nothing else`() async throws {
        let (service, _) = try await FixtureStore.writable()
        let token = try await service.addToken(name: "alice", at: now)
        _ = try await service.addToken(name: "bob", at: now)
        #expect(try await service.authorise(token, at: now)?.name == "alice")
        for other in ["", "hlgeo_", token + "a", String(token.dropLast()), token.uppercased(), "alice", " " + token] {
            #expect(try await service.authorise(other, at: now) == nil, "\(other.count) characters")
        }
        #expect(try await service.authorise(String(repeating: "x", count: 1_000_000), at: now) == nil)
    }

    @Test(arguments: [("2026-11-21T23:59:59Z", true), ("2026-11-22T00:00:00Z", false), ("2030-01-01T00:00:00Z", false)])
    func `a token is accepted until its last day is over`(instant: String, isAccepted: Bool) async throws {
        let (service, _) = try await FixtureStore.writable()
        let token = try await service.addToken(name: "alice", expires: CalendarDay("2026-11-21"), at: now)
        #expect(try await service.authorise(token, at: instant)?.name == (isAccepted ? "alice" : nil))
    }

    @Test func `a token that was revoked is refused at once, also by a service that runs`() async throws {
        let (service, path) = try await FixtureStore.writable()
        let running = HealthLiteracyService(
            store: try SpatialStore.open(at: path, access: .readOnly), today: FixtureStore.day)
        let token = try await service.addToken(name: "alice", at: now)
        #expect(try await running.authorise(token, at: now) != nil)
        try await service.revokeToken(name: "alice", at: now)
        #expect(try await running.authorise(token, at: now) == nil)
        // Revoked again it keeps the first time.
        let again = try await service.revokeToken(name: "alice", at: "2027-01-01T00:00:00Z")
        #expect(again.revokedAt == now)
    }

    @Test func `a name is never given twice, and unknown or unfit ones are refused`() async throws {
        let (service, _) = try await FixtureStore.writable()
        _ = try await service.addToken(name: "alice", at: now)
        try await service.revokeToken(name: "alice", at: now)
        func code(_ body: () async throws -> Void) async -> GeodataError.Code? {
            do { try await body() } catch { return (error as? GeodataError)?.code }
            return nil
        }
        #expect(await code { _ = try await service.addToken(name: "alice", at: now) } == .alreadyExists)
        #expect(await code { try await service.revokeToken(name: "bob", at: now) } == .invalidRequest)
        for name in ["", "a b", "a\nb", "\u{202E}x", String(repeating: "a", count: 81)] {
            #expect(await code { _ = try await service.addToken(name: name, at: now) } == .invalidRequest)
        }
        #expect(
            await code {
                _ = try await service.addToken(name: "late", expires: CalendarDay("2026-11-20"), at: now)
            } == .invalidRequest)
    }

    @Test func `the store never holds a token, only its hash`() async throws {
        let (service, path) = try await FixtureStore.writable()
        let token = try await service.addToken(name: "alice", at: now)
        _ = try await service.authorise(token, at: now)
        var bytes = Data()
        for suffix in ["", "-wal"] {
            bytes += (try? Data(contentsOf: URL(fileURLWithPath: path + suffix))) ?? Data()
        }
        try service.store.close()
        bytes += try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(bytes.range(of: Data("alice".utf8)) != nil)
        // Not even a third of it.
        for part in [token.dropFirst(6).prefix(15), token.dropFirst(20).prefix(15), token.suffix(15)] {
            #expect(bytes.range(of: Data(part.utf8)) == nil)
        }
    }

    @Test func `tokens change no answer, so they make no revision`() async throws {
        let (service, _) = try await FixtureStore.writable()
        let before = try await service.store.read { try $0.revision() }
        _ = try await service.addToken(name: "alice", at: now)
        try await service.revokeToken(name: "alice", at: now)
        #expect(try await service.store.read { try $0.revision() } == before)
        #expect(try await service.features(CollectionQuery(collection: .initiatives)).page.features.isEmpty == false)
    }
}
