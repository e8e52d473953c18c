public import GeographyModel
import SpatialStore

/// Giving out tokens and taking them back makes no new revision of the store: no answer depends on them, and nobody's
/// copies of answers become stale.
extension HealthLiteracyService {
    /// Gives out a token with which the store can be changed over the service.
    ///
    /// - Parameters:
    ///   - name: Who or what will use it; never given twice, also not after the token was revoked.
    ///   - expires: The last day (UTC) on which it is accepted; `nil` for no end.
    ///   - instant: The time, ISO 8601 in UTC.
    ///   - secret: The token.
    /// - Returns: The token's text. It is told this once; the store keeps only its hash.
    /// - Throws: ``GeodataError`` `invalidRequest` for a name that cannot be used or a day that is over,
    ///   `alreadyExists` for a name that was given before.
    public func addToken(
        name: String, expires: CalendarDay? = nil, at instant: String, secret: TokenSecret = .random()
    ) async throws -> String {
        guard Identifier.isSound(name) else {
            throw GeodataError(
                .invalidRequest, "\"\(name.prefix(80))\" cannot be the name of a token.", remedy: Identifier.remedy)
        }
        if let expires, expires < (try Self.day(of: instant)) {
            throw GeodataError(
                .invalidRequest, "A token cannot expire on \(expires), which is over.", remedy: "Give a later day.")
        }
        try await store.changeAccess { writer in
            guard try !writer.tokens().contains(where: { $0.name == name }) else {
                throw GeodataError(
                    .alreadyExists, "There is, or was, a token \"\(name)\".",
                    remedy: "Choose another name: records of changes must always tell who made them.")
            }
            try writer.add(
                AccessToken(name: name, ending: secret.ending, createdAt: instant, expiresOn: expires),
                sha256: TokenSecret.hash(secret.text))
        }
        return secret.text
    }

    /// All tokens that were ever given out, in the order of their making.
    public func tokens() async throws -> [AccessToken] { try await store.read { try $0.accessTokens() } }

    /// Takes a token back. From then on it is refused, also by services that run already.
    ///
    /// - Returns: The token as it stands now; one that was revoked before keeps its time.
    /// - Throws: ``GeodataError`` `invalidRequest` for a name that no token has.
    @discardableResult
    public func revokeToken(name: String, at instant: String) async throws -> AccessToken {
        try await store.changeAccess { writer in
            try writer.revoke(name, at: instant)
            let all = try writer.tokens()
            if let token = all.first(where: { $0.name == name }) { return token }
            let known = all.filter { $0.revokedAt == nil }.map(\.name)
            throw GeodataError(
                .invalidRequest, "There is no token \"\(name)\".",
                remedy: known.isEmpty
                    ? "No token is in use." : "These are in use: \(known.joined(separator: ", ")).")
        }
    }

    /// The day (UTC) of an instant.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` for what is not ISO 8601.
    static func day(of instant: String) throws -> CalendarDay {
        if let day = CalendarDay(String(instant.prefix(10))) { return day }
        throw GeodataError(.invalidRequest, "\"\(instant)\" is no time.", remedy: "Write it as 2026-11-21T09:30:00Z.")
    }
}
