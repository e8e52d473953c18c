/// A vertex on the network's integer grid: whole steps east of Greenwich and north of the equator.
///
/// Two positions are the same vertex exactly when their grid points are equal. All predicates are computed in whole
/// numbers wide enough for any two places on Earth, so they are never wrong by rounding.
struct GridPoint: Hashable, Sendable {
    /// Steps east.
    var x: Int32
    /// Steps north.
    var y: Int32

    /// Both coordinates in one word, for hashing.
    @inline(__always)
    var key: UInt64 { UInt64(UInt32(bitPattern: x)) << 32 | UInt64(UInt32(bitPattern: y)) }

    /// The point that `key` stands for.
    @inline(__always)
    init(key: UInt64) {
        x = Int32(bitPattern: UInt32(key >> 32))
        y = Int32(bitPattern: UInt32(truncatingIfNeeded: key))
    }

    @inline(__always)
    init(x: Int32, y: Int32) {
        self.x = x
        self.y = y
    }

    /// The cross product of the two points as vectors, in square steps.
    @inline(__always)
    static func cross(_ first: GridPoint, _ second: GridPoint) -> Int128 {
        // Each product is below 2⁶², so their difference fits in 64 bits.
        Int128(Int64(first.x) * Int64(second.y) - Int64(second.x) * Int64(first.y))
    }

    /// Twice the signed area of the triangle `a b c`, in square steps: positive where it runs anticlockwise.
    @inline(__always)
    static func doubledArea(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint) -> Int128 {
        let (ux, uy) = (Int64(b.x) - Int64(a.x), Int64(b.y) - Int64(a.y))
        let (vx, vy) = (Int64(c.x) - Int64(a.x), Int64(c.y) - Int64(a.y))
        return Int128(ux) * Int128(vy) - Int128(vx) * Int128(uy)
    }
}
