/// There is no room for more expensive work now (503).
package struct Busy: Error, Sendable, Equatable {
    /// After how many whole seconds it is worth asking again, at least 1.
    package let retryAfter: Int

    /// Makes the refusal.
    package init(retryAfter: Int) {
        self.retryAfter = retryAfter
    }
}
