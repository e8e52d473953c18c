/// An interval as a drawing of 100 by 12 units: a line from bound to bound, a dot at the figure.
struct IntervalDrawing {
    private let interval: PageInterval

    init(_ interval: PageInterval) { self.interval = interval }

    /// The places along the drawing that its template asks for.
    var values: TemplateValues {
        let (lower, upper) = (place(interval.bounds.lowerBound), place(interval.bounds.upperBound))
        var values: TemplateValues = [
            "kind": "cell-interval", "label": interval.label, "lower": "\(lower)",
            "length": "\(((upper - lower) * 10).rounded() / 10)",
            "value": "\(place(interval.value))",
        ]
        values["benchmark"] = interval.benchmark.map { "\(place($0))" }
        return values
    }

    /// Where a figure lies between 4 and 96, so that a dot at the end of the scale is whole; in tenths.
    private func place(_ figure: Double) -> Double {
        let length = interval.scale.upperBound - interval.scale.lowerBound
        guard length > 0, figure.isFinite else { return 4 }
        let share = min(max((figure - interval.scale.lowerBound) / length, 0), 1)
        return ((4 + 92 * share) * 10).rounded() / 10
    }
}
