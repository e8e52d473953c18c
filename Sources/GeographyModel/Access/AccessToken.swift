/// Leave to change the store over the service, as the store remembers it: everything but the token itself.
public struct AccessToken: Hashable, Sendable {
    /// Who or what uses it. A name is never given twice, so that it stands for one holder in all records.
    public var name: String
    /// The last four characters of the token, by which its holder can tell which one it is.
    public var ending: String
    /// When it was made, ISO 8601 in UTC.
    public var createdAt: String
    /// The last day (UTC) on which it is accepted; `nil` for no end.
    public var expiresOn: CalendarDay?
    /// When it was taken back, ISO 8601 in UTC; `nil` where it was not.
    public var revokedAt: String?

    /// Describes a token.
    public init(
        name: String, ending: String, createdAt: String, expiresOn: CalendarDay? = nil, revokedAt: String? = nil
    ) {
        self.name = name
        self.ending = ending
        self.createdAt = createdAt
        self.expiresOn = expiresOn
        self.revokedAt = revokedAt
    }

    /// Whether a token is accepted.
    public enum State: String, CaseIterable, Sendable {
        /// It is.
        case valid
        /// Its last day is over.
        case expired
        /// It was taken back.
        case revoked
    }

    /// Whether it is accepted on a day (UTC).
    public func state(on day: CalendarDay) -> State {
        if revokedAt != nil { return .revoked }
        if let expiresOn, expiresOn < day { return .expired }
        return .valid
    }
}
