public import GeographyModel

/// What was done to an initiative.
public struct InitiativeWrite: Sendable {
    /// The initiative's identifier.
    public var id: String
    /// The tag of its new state, to be given with the next change; `nil` where it was deleted.
    public var tag: String?
    /// The revision of the store that has the change.
    public var revision: Int
    /// How what was sent was understood, such as an old name that was read as its successor.
    public var notes: [String]
}

/// Who changes something, and when.
public struct WriteContext: Sendable {
    /// The token that was accepted.
    public var token: AccessToken
    /// The time, ISO 8601 in UTC.
    public var instant: String
    /// The identifier of the request, as the service's log has it; cut after 100 characters.
    public var requestID: String?

    /// Describes who changes something.
    public init(token: AccessToken, instant: String, requestID: String? = nil) {
        self.token = token
        self.instant = instant
        self.requestID = requestID.map { String(String.UnicodeScalarView($0.unicodeScalars.prefix(100))) }
    }
}
