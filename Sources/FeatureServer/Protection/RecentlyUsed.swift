/// Values by key, of which only the most recently used are kept. Every operation takes the same short time.
struct RecentlyUsed<Key: Hashable, Value> {
    private struct Entry {
        var key: Key
        var value: Value
        var newer: Int?
        var older: Int?
    }

    private let capacity: Int
    private var places: [Key: Int] = [:]
    private var entries: [Entry] = []
    private var newest: Int?
    private var oldest: Int?

    /// Makes an empty one that keeps `capacity` values, at least one.
    init(capacity: Int) {
        self.capacity = max(1, capacity)
    }

    /// How many values are kept.
    var count: Int { entries.count }

    /// Lets `body` change the value of a key, which is new where the key is not known; the oldest makes room for it.
    mutating func withValue<Result>(of key: Key, orNew new: Value, _ body: (inout Value) -> Result) -> Result {
        let place: Int
        if let known = places[key] {
            place = known
            unlink(known)
        } else if entries.count < capacity {
            place = entries.count
            entries.append(Entry(key: key, value: new))
        } else {
            guard let reused = oldest else { preconditionFailure("a full list has an oldest entry") }
            place = reused
            unlink(reused)
            places[entries[reused].key] = nil
            entries[reused] = Entry(key: key, value: new)
        }
        places[key] = place
        places[key] = place
        linkAsNewest(place)
        return body(&entries[place].value)
    }

    private mutating func unlink(_ place: Int) {
        let (newer, older) = (entries[place].newer, entries[place].older)
        if let newer { entries[newer].older = older } else { newest = older }
        if let older { entries[older].newer = newer } else { oldest = newer }
    }

    private mutating func linkAsNewest(_ place: Int) {
        entries[place].newer = nil
        entries[place].older = newest
        if let newest { entries[newest].newer = place }
        newest = place
        if oldest == nil { oldest = place }
    }
}
