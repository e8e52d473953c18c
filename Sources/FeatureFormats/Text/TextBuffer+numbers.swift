extension TextBuffer {
    /// Appends a whole number in decimal digits.
    package mutating func append(integer: Int) {
        append(room: 24) { writeFixed(Int64(integer), scale: 1, decimals: 0, to: $0) }
    }

    /// Appends a number by the one policy that all formats share: rounded to at most 6 decimals, then as short as it
    /// can be told (56.42; 40, not 40.0; 0.3 for 0.1 + 0.2; never -0).
    ///
    /// Up to 2³³ the digits come from the number scaled by 10⁶ as a whole number, in which every decimal of 6 places
    /// is told apart; above it, where a `Double` has no 6 decimals to round, from its shortest description.
    ///
    /// - Returns: Whether the number is finite; nothing is appended where it is not.
    @discardableResult
    package mutating func append(number: Double) -> Bool {
        guard number.isFinite else { return false }
        if number.magnitude < 8_589_934_592 {
            append(room: 24) {
                writeFixed(Int64((number * 1e6).rounded()), scale: 1_000_000, decimals: 6, to: $0)
            }
        } else {
            let digits = number.description
            append(verbatim: digits.hasSuffix(".0") ? digits.dropLast(2) : digits[...])
        }
        return true
    }

    /// Appends a number with exactly `decimals` decimal places (0…6), as tables and legends show it; never -0.
    ///
    /// - Returns: Whether the number is finite; nothing is appended where it is not.
    @discardableResult
    package mutating func append(number: Double, decimals: Int) -> Bool {
        guard number.isFinite else { return false }
        let places = min(max(decimals, 0), 6)
        let scale = (0..<places).reduce(into: UInt64(1)) { scale, _ in scale *= 10 }
        guard number.magnitude < 8_589_934_592 else { return append(number: number) }
        // Rounding first by the number policy gives 0.15 + 0.15 the same last place as 0.3.
        let scaled = ((number * 1e6).rounded() / 1e6 * Double(scale)).rounded()
        let whole = scaled.magnitude
        if scaled < 0 { append(UInt8(ascii: "-")) }
        append(integer: Int(whole) / Int(scale))
        guard places > 0 else { return true }
        append(UInt8(ascii: "."))
        let fraction = String(UInt64(whole) % scale)
        append(verbatim: String(repeating: "0", count: places - fraction.count) + fraction)
        return true
    }
}

/// Writes `value / scale` in decimal digits, trailing zeros of the fraction trimmed, and returns how many bytes it took
/// (at most 20 + the point). `scale` is 10 to the power of `decimals`.
@inline(__always)
func writeFixed(_ value: Int64, scale: UInt64, decimals: Int, to target: UnsafeMutablePointer<UInt8>) -> Int {
    var length = 0
    if value < 0 {
        target[0] = UInt8(ascii: "-")
        length = 1
    }
    var whole = value.magnitude / scale
    var fraction = value.magnitude % scale

    var digits = 1
    var bound: UInt64 = 10
    while whole >= bound {
        digits += 1
        if digits == 20 { break }
        bound &*= 10
    }
    var place = length + digits
    length = place
    repeat {
        place -= 1
        target[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: whole % 10)
        whole /= 10
    } while whole > 0

    guard fraction > 0 else { return length }
    var places = decimals
    while fraction % 10 == 0 {
        fraction /= 10
        places -= 1
    }
    target[length] = UInt8(ascii: ".")
    length += places + 1
    place = length
    for _ in 0..<places {
        place -= 1
        target[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: fraction % 10)
        fraction /= 10
    }
    return length
}
