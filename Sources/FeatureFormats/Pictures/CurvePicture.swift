/// What each number of sites brings, and what each further site adds: a printable SVG picture.
///
/// Above, the figure by number of sites; below, bars of what each site adds to those before it, with the value at each.
/// A line marks the number of sites after which a further one pays visibly less, where there is such a number.
package struct CurvePicture: Sendable {
    /// The best selection with so many sites.
    package struct Point: Sendable {
        /// How many sites.
        package var sites: Int
        /// The figure.
        package var value: Double
        /// Whether it is proven that no other selection is better.
        package var isProven: Bool

        /// Makes a point.
        package init(sites: Int, value: Double, isProven: Bool) {
            self.sites = sites
            self.value = value
            self.isProven = isProven
        }
    }

    /// The line on top.
    package var title: String
    /// What the figure is, with its unit: the upper axis.
    package var valueTitle: String
    /// What a further site adds, with its unit: the lower axis.
    package var gainTitle: String
    /// What follows a figure, such as " %".
    package var unitSuffix: String
    /// What follows what a site adds, in words, such as " points".
    package var gainSuffix: String
    /// Whether high figures are good; where they are not, a site adds what it takes away.
    package var isHighGood: Bool
    /// What the figure is without any site; `nil` where there is no such figure.
    package var start: Double?
    /// The points, fewest sites first.
    package var points: [Point]
    /// The number of sites after which a further one pays less; `nil` for none.
    package var knee: Int?
    /// The number of sites that was chosen; `nil` for none.
    package var chosen: Int?
    /// Sources and notes, below the picture.
    package var caption: String

    /// Makes a picture.
    package init(
        title: String, valueTitle: String, gainTitle: String, unitSuffix: String, gainSuffix: String, isHighGood: Bool,
        start: Double?, points: [Point], knee: Int?, chosen: Int?, caption: String
    ) {
        self.title = title
        self.valueTitle = valueTitle
        self.gainTitle = gainTitle
        self.unitSuffix = unitSuffix
        self.gainSuffix = gainSuffix
        self.isHighGood = isHighGood
        self.start = start
        self.points = points.sorted { $0.sites < $1.sites }
        self.knee = knee
        self.chosen = chosen
        self.caption = caption
    }

    /// What each site adds to the figure of one site fewer, where that is known too.
    var gains: [(sites: Int, gain: Double)] {
        let values = Dictionary(points.map { ($0.sites, $0.value) }, uniquingKeysWith: { first, _ in first })
        return points.compactMap { point in
            guard let before = values[point.sites - 1] ?? (point.sites == 1 ? start : nil) else { return nil }
            return (point.sites, isHighGood ? point.value - before : before - point.value)
        }
    }

    /// The picture as an SVG document, 480 pixels wide.
    package var svg: String {
        let drawing = CurveDrawing(self)
        var buffer = TextBuffer()
        drawing.write(into: &buffer)
        return buffer.text
    }

    /// The picture in words, for those who do not see it.
    var words: String {
        let told = points.map { point in
            "\(point.sites): \(Self.number(point.value, 1))\(unitSuffix)\(point.isProven ? "" : " (not proven)")"
        }
        return "\(valueTitle) by number of sites: \(told.joined(separator: "; ")). \(kneeWords ?? "") \(caption)"
    }

    /// Where a further site pays less, in words; `nil` where there is no such place.
    package var kneeWords: String? {
        guard let knee, let first = points.first?.sites else { return nil }
        func mean(_ gains: [(sites: Int, gain: Double)]) -> String? {
            guard !gains.isEmpty else { return nil }
            return Self.number(gains.reduce(0) { $0 + $1.gain } / Double(gains.count), 1) + gainSuffix
        }
        guard let before = mean(gains.filter { $0.sites <= knee }), let after = mean(gains.filter { $0.sites > knee })
        else { return nil }
        let adds = isHighGood ? "adds" : "takes off"
        let range =
            gains.first?.sites == first ? "Up to \(knee) sites each" : "From \(first) to \(knee) sites each further one"
        return "\(range) \(adds) \(before) on average, after that \(after)."
    }

    static func number(_ value: Double, _ decimals: Int) -> String {
        FixedDecimals.text(value, decimals)
    }
}
