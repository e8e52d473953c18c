/// Quantiles of a sample.
public enum Quantile {
    /// The quantile at `probability` (0…1) of values in ascending order, by linear interpolation between order
    /// statistics: type 7 of Hyndman and Fan, The American Statistician 50 (1996) 361–365; the default of R and numpy.
    public static func interpolated<Values: RandomAccessCollection>(
        ofSorted values: Values, at probability: Double
    ) -> Double where Values.Element: BinaryFloatingPoint {
        precondition(!values.isEmpty, "Nothing has no quantile.")
        precondition(0...1 ~= probability, "\(probability) is not a probability.")
        let position = Double(values.count - 1) * probability
        let below = Int(position)
        let low = Double(values[values.index(values.startIndex, offsetBy: below)])
        guard below + 1 < values.count else { return low }
        let high = Double(values[values.index(values.startIndex, offsetBy: below + 1)])
        return low + (position - Double(below)) * (high - low)
    }

    /// The place from 1 of the quantile at `probability` among `count` values in ascending order, without
    /// interpolation: the least place whose share of all is at least `probability` (type 1 of Hyndman and Fan).
    ///
    /// A product that misses a whole number by rounding alone, such as 1000 · (1 − 0.95) ÷ 2, counts as that number.
    static func place(of probability: Double, among count: Int) -> Int {
        min(max(Int((probability * Double(count) - 1e-9).rounded(.up)), 1), count)
    }
}
