/// Exponential function and natural logarithm in basic operations alone.
///
/// The C libraries of platforms differ in the last digit; IEEE 754 basic operations do not. Draws and figures from the
/// same seed are therefore the same everywhere.
enum Elementary {
    /// ln 2 with its lowest 21 bits cleared, so that its product with a small whole number is exact.
    private static let ln2High = Double(bitPattern: 0.693_147_180_559_945_3.bitPattern & ~0x1F_FFFF)
    /// What is left of ln 2.
    private static let ln2Low = 0.693_147_180_559_945_309_417 - ln2High + 2.319_046_813_846_3e-17

    /// eˣ for x within ±700, with a relative error below 1e-15.
    ///
    /// eˣ = 2ᵏ · eʳ with k the whole number nearest to x / ln 2, and Taylor's series of eʳ to the 13th power.
    static func exp(_ x: Double) -> Double {
        let bounded = min(max(x, -700), 700)
        let k = (bounded / 0.693_147_180_559_945_3).rounded()
        let r = (bounded - k * ln2High) - k * ln2Low
        var sum = 1.0
        for power in stride(from: 13.0, through: 1, by: -1) { sum = 1 + sum * r / power }
        return sum * Double(sign: .plus, exponent: Int(k), significand: 1)
    }

    /// ln x for a normal x > 0, with an absolute error below 1e-15 where x is near 1, relative elsewhere.
    ///
    /// x = 2ᵏ · m with m from √½ to √2, and ln m = 2 · artanh((m − 1) / (m + 1)) as a series to the 23rd power.
    static func log(_ x: Double) -> Double {
        var (k, m) = (Double(x.exponent), x.significand)
        if m > 1.414_213_562_373_095_1 {
            m /= 2
            k += 1
        }
        let s = (m - 1) / (m + 1)
        var sum = 0.0
        for power in stride(from: 23.0, through: 1, by: -2) { sum = sum * (s * s) + 1 / power }
        return k * ln2High + (2 * s * sum + k * ln2Low)
    }
}
