/// Which properties of an initiative clients can set.
package enum ReceivedProperties {
    /// Properties that clients read and so send back, but that follow from others: they are passed over.
    static let derived: Set<String> = ["status", "end_stated", "period", "source_id"]

    /// Whether a property follows from others, so that it can be read but not set. The identifier is set once, by the
    /// client or from the name.
    package static func areDerived(_ name: String) -> Bool { derived.contains(name) || name == "initiative_id" }
}
