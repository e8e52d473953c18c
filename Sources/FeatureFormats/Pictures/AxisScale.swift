/// Figures from the bottom of a frame to its top, with round steps.
struct AxisScale {
    /// The figures at which there are lines.
    let ticks: [Double]
    /// How many decimals the lines' figures need.
    let decimals: Int
    private let least: Double
    private let greatest: Double
    private let frame: PageBox

    /// Makes a scale that holds all of `values`.
    init(_ values: [Double], in frame: PageBox) {
        let finite = values.filter(\.isFinite)
        let (low, high) = (finite.min() ?? 0, finite.max() ?? 1)
        let span = max(high - low, 1e-6)
        // Steps of 1, 2 or 5 times a power of ten, at most five of them.
        var step = 1e-6
        var factor = 0
        while span / step > 5 {
            step *= factor % 3 == 1 ? 2.5 : 2
            factor += 1
        }
        let first = (low / step).rounded(.down)
        let last = max((high / step).rounded(.up), first + 1)
        ticks = (Int(first)...Int(last)).map { Double($0) * step }
        decimals = step >= 0.999 ? 0 : step >= 0.0999 ? 1 : step >= 0.00999 ? 2 : 4
        (least, greatest) = (first * step, last * step)
        self.frame = frame
    }

    /// How far down the page a figure stands, in pixels.
    func y(_ value: Double) -> Double {
        frame.bottom - (value - least) / (greatest - least) * frame.height
    }
}
