/// Whole numbers as people read them: `141,276`. Machine formats never group.
package enum GroupedDigits {
    /// The number with a comma between groups of three digits.
    package static func text(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var text = number < 0 ? "-" : ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return text
    }
}
