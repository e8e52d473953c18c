public import GeographyModel
import SpatialStore

extension HealthLiteracyService {
    /// The token that a client has shown, where it is accepted; `nil` alike for one that is unknown, expired or revoked.
    ///
    /// The store is asked every time, so that a token that was revoked a moment ago is refused. Its hash is compared with
    /// those of all tokens, every byte of each, whatever is found on the way: how long it takes tells nobody how much of
    /// a guess was right, or which token it came near to.
    ///
    /// - Parameters:
    ///   - token: The token's text, without `Bearer`.
    ///   - instant: The time, ISO 8601 in UTC.
    public func authorise(_ token: String, at instant: String) async throws -> AccessToken? {
        let day = try Self.day(of: instant)
        let shown = TokenSecret.hash(token)
        let known = try await store.read { try $0.hashedTokens() }
        var found: AccessToken?
        for candidate in known where Self.isEqual(candidate.sha256, shown) { found = candidate.token }
        return found.flatMap { $0.state(on: day) == .valid ? $0 : nil }
    }

    /// Whether two hashes are the same, in a time that does not depend on where they differ.
    private static func isEqual(_ first: [UInt8], _ second: [UInt8]) -> Bool {
        guard first.count == second.count else { return false }
        var difference: UInt8 = 0
        for place in first.indices { difference |= first[place] ^ second[place] }
        return difference == 0
    }
}
