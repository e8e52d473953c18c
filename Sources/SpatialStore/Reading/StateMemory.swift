import Synchronization

/// What was derived from one state of a store, kept until the store changes.
///
/// Everything in it is a function of the state's revision and its own name, so it can never be out of date: a reader of
/// another revision begins with an empty memory.
final class StateMemory: Sendable {
    private struct Content {
        var revision = -1
        var values: [String: any Sendable] = [:]
    }

    /// How many values are kept: many times what the editions and levels of a store give rise to.
    private static let capacity = 1_000

    private let content = Mutex(Content())

    /// A value that was kept for a revision.
    func value(_ name: String, at revision: Int) -> (any Sendable)? {
        content.withLock { $0.revision == revision ? $0.values[name] : nil }
    }

    /// Keeps a value for a revision, in place of everything that belongs to an earlier one.
    func keep(_ value: any Sendable, _ name: String, at revision: Int) {
        content.withLock { content in
            if content.revision < revision { content = Content(revision: revision) }
            guard content.revision == revision, content.values.count < Self.capacity else { return }
            content.values[name] = value
        }
    }
}

extension StoreReader {
    /// A value that follows from the state of the store alone, made once for each state.
    ///
    /// - Parameters:
    ///   - name: What the value is, with everything besides the state that it depends on.
    ///   - make: Makes it.
    /// - Throws: What `make` throws; then nothing is kept.
    package func remembered<Value: Sendable>(_ name: String, _ make: () throws -> Value) throws -> Value {
        guard let memory else { return try make() }
        let revision = try revision()
        if let kept = memory.value(name, at: revision), let known = kept as? Value { return known }
        let value = try make()
        memory.keep(value, name, at: revision)
        return value
    }
}
