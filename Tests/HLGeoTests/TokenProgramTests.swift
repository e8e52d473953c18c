import Foundation
import Testing
import TestSupport

/// Tokens as an operator handles them.
@Suite struct TokenProgramTests {
    @Test func `a token is printed once, listed without itself, and revoked`() async throws {
        let path = try FixtureStore.folder().appendingPathComponent("england.sqlite").path
        try FileManager.default.copyItem(atPath: await FixtureStore.path(), toPath: path)
        let added = try Program.run(["token", "add", "alice", "--expires", "9999-12-31"], store: path)
        #expect(added.status == 0, "\(added.complaint)")
        let token = added.output.trimmingCharacters(in: .newlines)
        #expect(token.wholeMatch(of: /hlgeo_[A-Za-z0-9_-]{43}/) != nil)
        #expect(!added.complaint.contains(token))
        #expect(try Program.run(["token", "add", "alice"], store: path).status == 65)

        let listed = try Program.run(["token", "list", "-f", "csv"], store: path).output
        #expect(
            listed.hasPrefix("name,ending,state,created_at,expires_on,revoked_at\r\nalice,…\(token.suffix(4)),valid,"))
        #expect(!listed.contains(token.dropLast(4).suffix(8)))
        #expect(try Program.run(["token", "revoke", "alice"], store: path).output.hasPrefix("Revoked: alice, at "))
        #expect(try Program.run(["token", "list"], store: path).output.contains("revoked"))

        let audit = try Program.run(["audit"], store: path)
        #expect(audit.status == 0 && audit.output.hasPrefix("Changes over the service, the last 0"))
    }
}
