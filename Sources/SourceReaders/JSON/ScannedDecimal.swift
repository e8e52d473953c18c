/// The digits of a number in JSON text: ± mantissa × 10^exponent, and where it stands.
struct ScannedDecimal {
    /// The index of the first byte.
    var start: Int
    /// The index just past the last byte.
    var end = 0
    /// All digits without the point; meaningless where there are more than 19.
    var mantissa: UInt64 = 0
    /// The power of ten.
    var exponent = 0
    /// How many digits there are.
    var digits = 0
    var isNegative = false
    /// Whether there is neither a fraction nor an exponent.
    var isWhole = true

    init(start: Int) { self.start = start }

    /// Whether the mantissa holds all digits: ten to the nineteenth fits in 64 bits.
    var isExact: Bool { digits <= 19 }

    /// The nearest double, ties to even; `nil` where only a slower method can tell.
    ///
    /// Mantissas below 2^53 are divided or multiplied by an exact power of ten, which rounds once (Clinger 1990, fast
    /// path). Longer ones are divided as integers to 64 bits with the remainder kept, which rounds once too.
    @inline(__always) var fastValue: Double? {
        guard isExact else { return nil }
        let magnitude: Double
        if mantissa < 1 << 53, (-22...22).contains(exponent) {
            magnitude =
                exponent < 0
                ? Double(mantissa) / Self.powersOfTen[-exponent] : Double(mantissa) * Self.powersOfTen[exponent]
        } else if (-19 ... -1).contains(exponent) {
            magnitude = Self.quotient(mantissa, power: -exponent)
        } else if exponent == 0 {
            magnitude = Double(mantissa)
        } else {
            return nil
        }
        return isNegative ? -magnitude : magnitude
    }

    /// `mantissa` ÷ 10^`power`, correctly rounded, for a mantissa that is not nought and a power up to 19.
    private static func quotient(_ mantissa: UInt64, power: Int) -> Double {
        var divisor: UInt64 = 1
        for _ in 0..<power { divisor *= 10 }
        // Both are shifted until their top bit is set; a dividend one bit lower keeps the quotient within 64 bits.
        let (shift, divisorShift) = (mantissa.leadingZeroBitCount, divisor.leadingZeroBitCount)
        let dividend = mantissa << UInt64(shift)
        let (quotient, remainder) = (divisor << UInt64(divisorShift))
            .dividingFullWidth((dividend >> 1, dividend << 63))
        // The quotient has 63 or 64 bits: ten more than a double holds, so a sticky last bit makes the rounding right.
        let sticky = quotient | (remainder == 0 ? 0 : 1)
        return Double(sign: .plus, exponent: divisorShift - shift - 63, significand: Double(sticky))
    }

    private static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]
}
