import GeographyModel
import SpatialStore
import Synchronization

/// The time that answers belong to: a state of the store, and a day.
struct Era: Hashable, Sendable {
    let state: StoreState
    let day: CalendarDay
}

/// What was made of one era and asked for lately; values of other eras are forgotten.
final class EraMemory<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Content {
        var era: Era?
        var values: RecentValues<Key, Value>
    }

    private let content: Mutex<Content>

    /// Makes an empty memory.
    ///
    /// - Parameter capacity: How many bytes it holds.
    init(capacity: Int) { content = Mutex(Content(values: RecentValues(capacity: capacity))) }

    /// The bytes that are held, and how many values have been forgotten for want of room.
    var size: (bytes: Int, evictions: Int) { content.withLock { ($0.values.cost, $0.values.evictions) } }

    /// A value of this very era.
    func value(for key: Key, in era: Era) -> Value? {
        content.withLock { $0.era == era ? $0.values.value(for: key) : nil }
    }

    /// Keeps a value, and forgets those of other eras.
    ///
    /// - Parameter cost: How many bytes it takes with its key.
    func keep(_ value: Value, for key: Key, in era: Era, cost: Int) {
        content.withLock { content in
            if content.era != era {
                content.values.removeAll()
                content.era = era
            }
            content.values.keep(value, for: key, cost: cost)
        }
    }

    /// Forgets everything.
    func removeAll() { content.withLock { $0.values.removeAll() } }
}
