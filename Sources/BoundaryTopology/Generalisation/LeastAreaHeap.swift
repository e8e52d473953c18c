/// A binary heap that hands out the vertex with the least effective area; equal areas go by the vertex's place.
struct LeastAreaHeap {
    /// A vertex with the effective area that it had when it was entered, in square metres.
    struct Entry {
        var area: Double
        var place: Int32

        @inline(__always)
        static func < (first: Entry, second: Entry) -> Bool {
            first.area < second.area || (first.area == second.area && first.place < second.place)
        }
    }

    private var entries: [Entry] = []

    mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

    mutating func insert(_ entry: Entry) {
        entries.append(entry)
        var child = entries.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard entry < entries[parent] else { break }
            entries[child] = entries[parent]
            child = parent
        }
        entries[child] = entry
    }

    mutating func popLeast() -> Entry? {
        guard let least = entries.first, let last = entries.popLast() else { return nil }
        guard !entries.isEmpty else { return least }
        var parent = 0
        while true {
            var child = 2 * parent + 1
            guard child < entries.count else { break }
            if child + 1 < entries.count, entries[child + 1] < entries[child] { child += 1 }
            guard entries[child] < last else { break }
            entries[parent] = entries[child]
            parent = child
        }
        entries[parent] = last
        return least
    }
}
