/// One change that somebody made over the service: who, when, what, and how it was before and after.
public struct AuditEntry: Hashable, Sendable {
    /// What was done to a feature.
    public enum Action: String, CaseIterable, Sendable {
        /// It was not there before.
        case create
        /// It took the place of what was there.
        case replace
        /// It is not there any more.
        case delete
    }

    /// When, ISO 8601 in UTC.
    public var instant: String
    /// The name of the token.
    public var token: String
    /// What was done.
    public var action: Action
    /// The collection of the feature, such as `initiatives`.
    public var collection: String
    /// The feature's identifier.
    public var featureID: String
    /// The revision of the store that the change made.
    public var revision: Int
    /// The identifier of the request, as the service's log has it.
    public var requestID: String?
    /// The feature before, as GeoJSON text; `nil` where it was not there.
    public var before: String?
    /// The feature after, as GeoJSON text; `nil` where it is no longer there.
    public var after: String?

    /// Describes a change.
    public init(
        instant: String, token: String, action: Action, collection: String, featureID: String, revision: Int,
        requestID: String?, before: String?, after: String?
    ) {
        self.instant = instant
        self.token = token
        self.action = action
        self.collection = collection
        self.featureID = featureID
        self.revision = revision
        self.requestID = requestID
        self.before = before
        self.after = after
    }
}
