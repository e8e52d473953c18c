import FeatureFormats

/// Numbers as people read them, the same in every format of a selection.
enum NumberWords {
    /// A number, grouped, and with a decimal only where it is small and needs one.
    static func number(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
        if abs(value) >= 1000 || value == value.rounded() { return GroupedDigits.text(Int(value.rounded())) }
        var buffer = TextBuffer()
        buffer.append(number: (value * 10).rounded() / 10)
        return buffer.text
    }

    /// A proportion in percent, with one decimal; what is more than nothing never reads as nothing.
    static func percent(_ share: Double) -> String {
        share > 0 && share < 0.0005 ? "under 0.1 %" : "\(FixedDecimals.text(share * 100, 1)) %"
    }

    /// Names in a row: `A`, `A and B`, `A, B and C`.
    static func list(_ names: [String]) -> String {
        names.count < 2 ? names.joined() : "\(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1])"
    }
}

/// Distances as people read them: in kilometres or metres, or in the unit of a matrix, which has no name.
struct DistanceWords {
    /// Whether distances are metres.
    let isMetric: Bool

    /// A distance that somebody asked for: `20 km`, `850 m`.
    func asked(_ value: Double) -> String {
        guard isMetric else { return NumberWords.number(value) }
        return value >= 1000
            ? "\(NumberWords.number((value / 100).rounded() / 10)) km" : "\(NumberWords.number(value.rounded())) m"
    }

    /// A distance that was measured: `13.0 km`, `850 m`.
    func measured(_ value: Double) -> String {
        guard isMetric else { return value < 1000 ? FixedDecimals.text(value, 1) : NumberWords.number(value) }
        return value >= 1000
            ? "\(FixedDecimals.text(value / 1000, 1)) km" : "\(NumberWords.number(value.rounded())) m"
    }
}
