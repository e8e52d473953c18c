/// Numbers with a fixed number of decimals, as people read them: `13.0`.
package enum FixedDecimals {
    /// The number with so many decimals.
    package static func text(_ number: Double, _ places: Int) -> String {
        var buffer = TextBuffer(capacity: 32)
        buffer.append(number: number, decimals: places)
        return buffer.text
    }
}
