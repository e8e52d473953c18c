/// Draws in ascending order, for quantiles.
public struct OrderedDraws: Sendable {
    /// The draws, the lowest first.
    public let values: [Double]

    /// Orders draws.
    ///
    /// - Parameter draws: At least one.
    public init(_ draws: some Sequence<Double>) {
        values = draws.sorted()
        precondition(!values.isEmpty, "there is at least one draw")
    }

    /// The quantile of type 7 (Hyndman and Fan 1996), which is what R and NumPy give by default.
    ///
    /// With h = (n − 1)·p from the lowest draw: the value at place ⌊h⌋, and the fraction of h of the way to the next.
    ///
    /// - Parameter probability: 0…1.
    public func quantile(_ probability: Double) -> Double {
        let place = Double(values.count - 1) * min(max(probability, 0), 1)
        let lower = Int(place)
        let upper = min(lower + 1, values.count - 1)
        return values[lower] + (place - Double(lower)) * (values[upper] - values[lower])
    }

    /// The interval that leaves the same probability on either side.
    ///
    /// - Parameter confidence: The probability inside, 0…1, such as 0.95.
    public func interval(confidence: Double) -> ClosedRange<Double> {
        let (lower, upper) = (quantile((1 - confidence) / 2), quantile((1 + confidence) / 2))
        return lower...max(lower, upper)
    }
}
