/// Numbers distinct 64-bit keys 0, 1, 2 … in the order in which they are first met.
///
/// Open addressing with linear probing and Fibonacci hashing (Knuth, *The Art of Computer Programming* 3, §6.4) in two
/// flat arrays, at most half full. Keys that are met together stay together in `keys`, so a second ring along the same
/// boundary finds them in cache.
struct KeyTable {
    /// The distinct keys by their numbers.
    private(set) var keys: [UInt64] = []
    private var slots: [Int32]
    private var shift: UInt64

    /// Makes a table that holds `capacity` keys before it has to grow.
    init(capacity: Int) {
        let bits = max(4, Int.bitWidth - (max(1, capacity) * 2 - 1).leadingZeroBitCount)
        slots = [Int32](repeating: -1, count: 1 << bits)
        shift = UInt64(64 - bits)
        keys.reserveCapacity(capacity)
    }

    /// The number of `key`; a new key gets the next number.
    @inline(__always)
    mutating func number(of key: UInt64) -> Int32 {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
        while true {
            let number = slots[slot]
            if number < 0 { break }
            if keys[Int(number)] == key { return number }
            slot = (slot + 1) & mask
        }
        let number = Int32(keys.count)
        slots[slot] = number
        keys.append(key)
        if keys.count * 2 > slots.count { grow() }
        return number
    }

    private mutating func grow() {
        shift -= 1
        slots = [Int32](repeating: -1, count: slots.count * 2)
        let mask = slots.count - 1
        for (number, key) in keys.enumerated() {
            var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(number)
        }
    }
}
