/// An interval around a figure, drawn as a line with a dot on a scale that all rows of a table share.
package struct PageInterval: Sendable {
    /// The interval in words, such as `52.4 to 59.9`; it stands beside the picture.
    package var label: String
    /// The figure, in the unit of the scale.
    package var value: Double
    /// The lower and the upper bound.
    package var bounds: ClosedRange<Double>
    /// The ends of the scale.
    package var scale: ClosedRange<Double>
    /// A figure to compare with, drawn as a line across, such as England's.
    package var benchmark: Double?

    /// Makes an interval.
    package init(
        _ label: String, value: Double, bounds: ClosedRange<Double>, scale: ClosedRange<Double>,
        benchmark: Double? = nil
    ) {
        self.label = label
        self.value = value
        self.bounds = bounds
        self.scale = scale
        self.benchmark = benchmark
    }
}
