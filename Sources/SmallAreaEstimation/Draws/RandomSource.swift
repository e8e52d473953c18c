/// Random numbers that are the same for the same seed on every platform.
///
/// Bits come from SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators"): a counter
/// in steps of the golden ratio, mixed. Normal deviates come in pairs by Marsaglia's polar method (1964).
struct RandomSource {
    private var state: UInt64
    private var spare: Double?

    init(seed: UInt64) { state = seed }

    /// A source of its own for an area: the seed mixed with a hash of the code (FNV-1a).
    init(seed: UInt64, stream: String) {
        let hash = stream.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        var first = RandomSource(seed: seed)
        self.init(seed: first.nextBits() ^ hash)
        state = nextBits()
    }

    /// 64 random bits.
    mutating func nextBits() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// A number between −1 and 1, uniform.
    private mutating func nextSigned() -> Double { Double(nextBits() >> 11) * 0x1p-52 - 1 }

    /// A standard normal deviate.
    mutating func nextNormal() -> Double {
        if let spare {
            self.spare = nil
            return spare
        }
        while true {
            let (x, y) = (nextSigned(), nextSigned())
            let square = x * x + y * y
            guard square > 0, square < 1 else { continue }
            let factor = (-2 * Elementary.log(square) / square).squareRoot()
            spare = y * factor
            return x * factor
        }
    }
}
