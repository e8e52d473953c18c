/// Random numbers for tests: SplitMix64, the same on every machine.
struct SmallChance {
    private var state: UInt64

    init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number from 0 up to `bound`, `bound` left out.
    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    /// A number from 0 to 1.
    mutating func part() -> Double { Double(next() >> 11) / Double(1 << 53) }

    /// Whether something with a chance of 1 in `count` happens.
    mutating func once(in count: Int) -> Bool { below(count) == 0 }
}
