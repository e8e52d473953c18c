/// Sorts draws by a least-significant-digit radix sort of their bits, in time proportional to their number.
///
/// A draw becomes a whole number of the same order (the sign bit is turned, and all bits of negative ones), with a
/// payload, such as the area, in the lower half. −0 counts as 0.
struct DrawSorter {
    /// The draws that are to be sorted, or are sorted: order in the upper 32 bits, payload in the lower.
    var entries: [UInt64]
    private var spare: [UInt64]
    private var counts = [Int](repeating: 0, count: 4 * 256)

    init(count: Int) {
        entries = [UInt64](repeating: 0, count: count)
        spare = entries
    }

    @inline(__always)
    static func order(of draw: Float) -> UInt32 {
        let bits = (draw + 0).bitPattern
        return bits & 0x8000_0000 == 0 ? bits | 0x8000_0000 : ~bits
    }

    @inline(__always)
    static func draw(of order: UInt32) -> Float {
        Float(bitPattern: order & 0x8000_0000 == 0 ? ~order : order & 0x7FFF_FFFF)
    }

    /// Puts the entries in ascending order; those with equal draws keep the order that they had.
    mutating func sort() {
        for place in counts.indices { counts[place] = 0 }
        counts.withUnsafeMutableBufferPointer { counts in
            for entry in entries {
                counts[Int(entry >> 32 & 0xFF)] += 1
                counts[256 + Int(entry >> 40 & 0xFF)] += 1
                counts[512 + Int(entry >> 48 & 0xFF)] += 1
                counts[768 + Int(entry >> 56)] += 1
            }
        }
        for digit in 0..<4 where !isSame(digit) {
            counts.withUnsafeMutableBufferPointer { counts in
                let counts = UnsafeMutableBufferPointer(rebasing: counts[digit * 256..<(digit + 1) * 256])
                var start = 0
                for value in 0..<256 {
                    let count = counts[value]
                    counts[value] = start
                    start += count
                }
                let shift = UInt64(32 + 8 * digit)
                spare.withUnsafeMutableBufferPointer { spare in
                    for entry in entries {
                        let value = Int(entry >> shift & 0xFF)
                        spare[counts[value]] = entry
                        counts[value] += 1
                    }
                }
            }
            swap(&entries, &spare)
        }
    }

    /// Whether all entries have the same digit, so that there is nothing to sort by it.
    private func isSame(_ digit: Int) -> Bool {
        guard let first = entries.first else { return true }
        return counts[digit * 256 + Int(first >> UInt64(32 + 8 * digit) & 0xFF)] == entries.count
    }
}
