/// Random numbers that are the same on every machine and in every version: xoshiro256**, seeded through SplitMix64.
///
/// Blackman and Vigna, *Scrambled linear pseudorandom number generators*, ACM TOMS 47 (2021) 36; period 2²⁵⁶ − 1. The four
/// words of the state are the first four outputs of SplitMix64 (Steele, Lea and Flood 2014), as its authors advise. It
/// is not for secrets.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    /// Begins the sequence that belongs to a seed; every seed is a good one.
    public init(seed: UInt64) {
        var seed = seed
        state = (Self.mix(&seed), Self.mix(&seed), Self.mix(&seed), Self.mix(&seed))
    }

    /// Begins at a state, which must not be all zero.
    init(state: (UInt64, UInt64, UInt64, UInt64)) {
        self.state = state
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        let product = state.1 &* 5
        let result = ((product << 7) | (product >> 57)) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = (state.3 << 45) | (state.3 >> 19)
        return result
    }

    /// A whole number from 0 up to, but not including, `bound`, each equally likely.
    ///
    /// Lemire, *Fast random integer generation in an interval*, ACM TOMACS 29 (2019) 3. The standard library's own way may change
    /// between versions of Swift; this one stays, so that a recorded seed gives the same answer later.
    public mutating func next(below bound: Int) -> Int {
        precondition(bound > 0, "There is no whole number from 0 up to \(bound).")
        let bound = UInt64(bound)
        var product = next().multipliedFullWidth(by: bound)
        if product.low < bound {
            let threshold = (0 &- bound) % bound
            while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
        }
        return Int(product.high)
    }

    /// One step of SplitMix64.
    static func mix(_ state: inout UInt64) -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
