/// Values that were asked for lately, up to a total cost.
///
/// There are two generations: what is asked for is young, and when the young have used up half the cost, they become the
/// old, and what was old and not asked for since is forgotten. So a value that is asked for now and then stays, each step
/// takes the same time, and the total is bounded.
struct RecentValues<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private var young: [Key: (value: Value, cost: Int)] = [:]
    private var old: [Key: (value: Value, cost: Int)] = [:]
    private var youngCost = 0
    private var oldCost = 0
    private let half: Int
    /// How many values have been forgotten for want of room.
    private(set) var evictions = 0

    /// Makes a memory.
    ///
    /// - Parameter capacity: The greatest total cost, in the unit of the costs that values are kept with.
    init(capacity: Int) { half = capacity / 2 }

    /// The total cost of what is remembered.
    var cost: Int { youngCost + oldCost }

    /// The value of a key, which counts as asked for.
    mutating func value(for key: Key) -> Value? {
        if let known = young[key] { return known.value }
        guard let known = old.removeValue(forKey: key) else { return nil }
        oldCost -= known.cost
        insert(known.value, for: key, cost: known.cost)
        return known.value
    }

    /// Remembers a value, unless it alone would take half the room.
    mutating func keep(_ value: Value, for key: Key, cost: Int) {
        guard cost <= half else { return }
        if let known = old.removeValue(forKey: key) { oldCost -= known.cost }
        if let known = young.removeValue(forKey: key) { youngCost -= known.cost }
        insert(value, for: key, cost: cost)
    }

    /// Forgets everything.
    mutating func removeAll() {
        (young, old) = ([:], [:])
        (youngCost, oldCost) = (0, 0)
    }

    private mutating func insert(_ value: Value, for key: Key, cost: Int) {
        if youngCost + cost > half {
            evictions += old.count
            (old, oldCost) = (young, youngCost)
            (young, youngCost) = ([:], 0)
        }
        young[key] = (value, cost)
        youngCost += cost
    }
}
