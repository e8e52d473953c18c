import Foundation
import GRDB
public import GeographyModel

extension StoreReader {
    /// All tokens that were ever given out, in the order of their making.
    ///
    /// Tokens come and go without a new ``revision()``, so they must not be kept for a revision.
    public func accessTokens() throws -> [AccessToken] { try hashedTokens().map(\.token) }

    /// All tokens with the SHA-256 of their text, 32 bytes.
    package func hashedTokens() throws -> [(token: AccessToken, sha256: [UInt8])] {
        try rows(
            "SELECT name, ending, created_at, expires_on, revoked_at, sha256 FROM access_token ORDER BY token_key"
        ) { row in
            let token = AccessToken(
                name: row[0], ending: row[1], createdAt: row[2],
                // A day that cannot be read must not become a token without an end.
                expiresOn: (row[3] as String?).map { CalendarDay($0) ?? Self.longAgo }, revokedAt: row[4])
            return (token, Array(row[5] as Data))
        }
    }

    private static let longAgo = CalendarDay(year: 1, month: 1, day: 1) ?? preconditionDay
    private static var preconditionDay: CalendarDay { preconditionFailure("the calendar has no first day") }
}
