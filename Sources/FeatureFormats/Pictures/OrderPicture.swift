/// All areas in order of their figures, each with its interval, one of them marked: where an area stands, as a printable
/// SVG picture.
///
/// The greatest need is on the left. The marked area has a band that shows which ranks its figure's uncertainty leaves.
package struct OrderPicture: Sendable {
    /// One area's figure.
    package struct Entry: Sendable {
        /// The value.
        package var value: Double
        /// The lower end of its interval.
        package var lower: Double?
        /// The upper end of its interval.
        package var upper: Double?

        /// Makes an entry.
        package init(value: Double, lower: Double?, upper: Double?) {
            self.value = value
            self.lower = lower
            self.upper = upper
        }
    }

    /// The line on top.
    package var title: String
    /// The lines below it.
    package var subtitle: String
    /// What follows a figure, such as " %".
    package var unitSuffix: String
    /// Sources and notes, below the picture.
    package var caption: String
    /// The areas, greatest need first.
    package var entries: [Entry]
    /// The place of the marked area, from 0.
    package var marked: Int
    /// What the marked area is called.
    package var label: String
    /// The places, from 0, between which the marked area may stand.
    package var range: ClosedRange<Int>?
    /// A figure that all are compared with, and what it is called.
    package var benchmark: (label: String, value: Double)?

    /// Makes a picture.
    package init(
        title: String, subtitle: String, unitSuffix: String, caption: String, entries: [Entry], marked: Int,
        label: String, range: ClosedRange<Int>? = nil, benchmark: (label: String, value: Double)? = nil
    ) {
        precondition(entries.indices ~= marked, "The marked area is one of the areas.")
        self.title = title
        self.subtitle = subtitle
        self.unitSuffix = unitSuffix
        self.caption = caption
        self.entries = entries
        self.marked = marked
        self.label = label
        self.range = range
        self.benchmark = benchmark
    }

    private static let width = 1000.0
    private static let frame = PageBox(left: 66, top: 96, right: 972, bottom: 396)

    /// The picture as an SVG document.
    package var svg: String {
        var buffer = TextBuffer()
        let captionLines = wrap(caption, size: 11, width: Self.width - 56)
        let height = Self.frame.bottom + 58 + 16 * Double(captionLines.count)
        buffer.append(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"order-title order-desc\"")
        buffer.appendAttributes(["width": Self.width, "height": height])
        buffer.append(" viewBox=\"0 0 1000 ")
        buffer.appendPixels(height)
        buffer.append("\">\n<title id=\"order-title\">")
        buffer.appendXML(title)
        buffer.append("</title>\n<desc id=\"order-desc\">")
        buffer.appendXML("\(subtitle) \(label) stands at place \(marked + 1) of \(entries.count). \(caption)")
        buffer.append("</desc>\n")
        buffer.append(Self.styleSheet)
        buffer.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n")
        // One line each: a long title is set smaller.
        let size = min(22, 22 * (Self.width - 56) / max(boldTextWidth(title, size: 22), 1))
        buffer.append("<g style=\"font-size:")
        buffer.appendPixels(size)
        buffer.append("px\">")
        buffer.appendText(title, style: "t", x: 28, y: 44)
        buffer.append("</g>\n")
        buffer.appendText(subtitle, style: "u", x: 28, y: 68)
        let scale = scale
        drawAxis(scale, into: &buffer)
        drawRange(into: &buffer)
        drawEntries(scale, into: &buffer)
        drawBenchmark(scale, into: &buffer)
        drawMark(scale, into: &buffer)
        buffer.appendText("greatest need", style: "l", x: Self.frame.left, y: Self.frame.bottom + 20)
        buffer.appendText("least need", style: "l e", x: Self.frame.right, y: Self.frame.bottom + 20)
        for (line, words) in captionLines.enumerated() {
            buffer.appendText(words, style: "s", x: 28, y: Self.frame.bottom + 48 + 16 * Double(line))
        }
        buffer.append("</svg>\n")
        return buffer.text
    }

    /// Figures from bottom to top, with round steps.
    private struct Scale {
        var least: Double
        var greatest: Double
        var step: Double

        func y(_ value: Double) -> Double {
            frame.bottom - (value - least) / (greatest - least) * frame.height
        }
    }

    private var scale: Scale {
        let ends =
            entries.flatMap { [$0.value, $0.lower ?? $0.value, $0.upper ?? $0.value] }
            + [benchmark?.value].compactMap { $0 }
        let (low, high) = (ends.min() ?? 0, ends.max() ?? 1)
        let span = max(high - low, 1e-9)
        let step = [1, 2, 5, 10, 20, 25, 50, 100].first { span / $0 <= 6 } ?? span / 4
        return Scale(least: (low / step).rounded(.down) * step, greatest: (high / step).rounded(.up) * step, step: step)
    }

    private func x(_ place: Double) -> Double {
        Self.frame.left + (place + 0.5) / Double(entries.count) * Self.frame.width
    }

    private func drawAxis(_ scale: Scale, into buffer: inout TextBuffer) {
        var value = scale.least
        while value <= scale.greatest + scale.step / 1000 {
            drawLine(
                from: PagePoint(x: Self.frame.left, y: scale.y(value)),
                to: PagePoint(x: Self.frame.right, y: scale.y(value)), style: "g", into: &buffer)
            buffer.appendText(
                number(value, decimals: 0) + unitSuffix, style: "l e", x: Self.frame.left - 8, y: scale.y(value) + 4)
            value += scale.step
        }
    }

    private func drawRange(into buffer: inout TextBuffer) {
        guard let range else { return }
        let box = PageBox(
            left: x(Double(range.lowerBound) - 0.5), top: Self.frame.top, right: x(Double(range.upperBound) + 0.5),
            bottom: Self.frame.bottom)
        buffer.appendRectangle(box, style: "b")
    }

    private func drawEntries(_ scale: Scale, into buffer: inout TextBuffer) {
        for (place, entry) in entries.enumerated() where place != marked {
            draw(entry, at: place, style: "i", radius: 1.4, scale, into: &buffer)
        }
    }

    private func drawBenchmark(_ scale: Scale, into buffer: inout TextBuffer) {
        guard let benchmark else { return }
        let y = scale.y(benchmark.value)
        drawLine(
            from: PagePoint(x: Self.frame.left, y: y), to: PagePoint(x: Self.frame.right, y: y), style: "m",
            into: &buffer)
        buffer.appendText(
            "\(benchmark.label) \(number(benchmark.value, decimals: 1))\(unitSuffix)", style: "k e",
            x: Self.frame.right,
            y: y - 6)
    }

    private func drawMark(_ scale: Scale, into buffer: inout TextBuffer) {
        let entry = entries[marked]
        draw(entry, at: marked, style: "o", radius: 5, scale, into: &buffer)
        let isLeft = marked * 2 < entries.count
        let words = "\(label) \(number(entry.value, decimals: 1))\(unitSuffix)"
        // Above the interval, on the side with room.
        let y = max(scale.y(max(entry.upper ?? entry.value, entry.value)) - 10, Self.frame.top - 6)
        buffer.appendText(words, style: isLeft ? "n" : "n e", x: x(Double(marked)) + (isLeft ? -4 : 4), y: y)
    }

    private func draw(
        _ entry: Entry, at place: Int, style: StaticString, radius: Double, _ scale: Scale,
        into buffer: inout TextBuffer
    ) {
        let x = x(Double(place))
        buffer.append("<g class=\"")
        buffer.append(style)
        buffer.append("\">")
        if let lower = entry.lower, let upper = entry.upper {
            buffer.append("<line")
            buffer.appendAttributes(["x1": x, "y1": scale.y(lower), "x2": x, "y2": scale.y(upper)])
            buffer.append("/>")
        }
        buffer.append("<circle")
        buffer.appendAttributes(["cx": x, "cy": scale.y(entry.value), "r": radius])
        buffer.append("/></g>\n")
    }

    private func drawLine(from start: PagePoint, to end: PagePoint, style: StaticString, into buffer: inout TextBuffer)
    {
        buffer.append("<line class=\"")
        buffer.append(style)
        buffer.append("\"")
        buffer.appendAttributes(["x1": start.x, "y1": start.y, "x2": end.x, "y2": end.y])
        buffer.append("/>\n")
    }

    private func number(_ value: Double, decimals: Int) -> String {
        FixedDecimals.text(value, decimals)
    }

    private static let styleSheet: StaticString = """
        <style>
        text{font-family:"Helvetica Neue",Helvetica,Arial,"Liberation Sans","DejaVu Sans",sans-serif;fill:#1a1a1a}
        .t{font-weight:bold}.u{font-size:14px;fill:#444}.l{font-size:12px}.s{font-size:11px;fill:#555}
        .e{text-anchor:end}.n{font-size:14px;font-weight:bold}.k{font-size:12px;font-weight:bold;fill:#0b4f8a}
        .g{stroke:#ddd;stroke-width:1}.m{stroke:#0b4f8a;stroke-width:1.4;stroke-dasharray:6 4}.b{fill:#fde6c8}
        .i line{stroke:#b5b5b5;stroke-width:1}.i circle{fill:#6b6b6b}.o line{stroke:#a50f15;stroke-width:2.4}
        .o circle{fill:#a50f15;stroke:#fff;stroke-width:1}
        </style>

        """
}
