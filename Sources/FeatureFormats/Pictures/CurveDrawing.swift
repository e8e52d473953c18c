/// A curve laid out on the page: the figures above, what each site adds below, both over the same numbers of sites.
struct CurveDrawing {
    private static let width = 480.0
    private static let margin = 12.0

    private let picture: CurvePicture
    private let gains: [(sites: Int, gain: Double)]
    private let titleLines: [String]
    private let captionLines: [String]
    private let upper: PageBox
    private let lower: PageBox
    private let values: AxisScale
    private let steps: AxisScale
    private let slots: ClosedRange<Int>

    init(_ picture: CurvePicture) {
        self.picture = picture
        gains = picture.gains
        titleLines = wrap(picture.title, size: 17, width: Self.width - 2 * Self.margin)
        let words = [picture.kneeWords, picture.caption].compactMap(\.self).joined(separator: " ")
        captionLines = wrap(words, size: 11, width: Self.width - 2 * Self.margin)
        let top = Self.margin + 21 * Double(titleLines.count) + 30
        upper = PageBox(left: 60, top: top, right: Self.width - Self.margin, bottom: top + 170)
        lower = PageBox(left: 60, top: top + 222, right: Self.width - Self.margin, bottom: top + 312)
        values = AxisScale(picture.points.map(\.value) + [0], in: upper)
        steps = AxisScale(gains.map(\.gain) + [0], in: lower)
        let least = picture.points.first?.sites ?? 1
        slots = least...max(least, picture.points.last?.sites ?? 1)
    }

    func write(into buffer: inout TextBuffer) {
        let height = lower.bottom + 48 + 15 * Double(captionLines.count) + Self.margin
        buffer.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"curve\" role=\"img\"")
        buffer.append(" aria-labelledby=\"curve-title curve-desc\"")
        buffer.appendAttributes(["width": Self.width, "height": height])
        buffer.append(" viewBox=\"0 0 ")
        buffer.appendPixels(Self.width)
        buffer.append(" ")
        buffer.appendPixels(height)
        buffer.append("\">\n<title id=\"curve-title\">")
        buffer.appendXML(picture.title)
        buffer.append("</title>\n<desc id=\"curve-desc\">")
        buffer.appendXML(picture.words)
        buffer.append("</desc>\n")
        buffer.append(Self.styleSheet)
        buffer.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n")
        for (line, words) in titleLines.enumerated() {
            buffer.appendText(words, style: "cu-t", x: Self.margin, y: Self.margin + 17 + 21 * Double(line))
        }
        draw(values, in: upper, suffix: picture.unitSuffix, into: &buffer)
        draw(steps, in: lower, suffix: "", into: &buffer)
        drawKnee(into: &buffer)
        drawBars(into: &buffer)
        drawCurve(into: &buffer)
        buffer.appendText(picture.valueTitle, style: "cu-h", x: Self.margin, y: upper.top - 14)
        buffer.appendText(picture.gainTitle, style: "cu-h", x: Self.margin, y: lower.top - 21)
        drawNumbers(into: &buffer)
        for (line, words) in captionLines.enumerated() {
            buffer.appendText(words, style: "cu-s", x: Self.margin, y: lower.bottom + 58 + 15 * Double(line))
        }
        buffer.append("</svg>\n")
    }

    private var slotWidth: Double { upper.width / Double(slots.count) }

    private func x(_ sites: Int) -> Double { upper.left + (Double(sites - slots.lowerBound) + 0.5) * slotWidth }

    /// Every how many numbers of sites there is room for words.
    private var stride: Int { slotWidth >= 19 ? 1 : slotWidth >= 8 ? 5 : 10 }

    private func draw(_ scale: AxisScale, in frame: PageBox, suffix: String, into buffer: inout TextBuffer) {
        for value in scale.ticks {
            let y = scale.y(value)
            drawLine(
                from: PagePoint(x: frame.left, y: y), to: PagePoint(x: frame.right, y: y),
                style: value == 0 ? "cu-z" : "cu-g", into: &buffer)
            buffer.appendText(
                CurvePicture.number(value, scale.decimals) + suffix, style: "cu-l cu-e",
                x: frame.left - 6, y: y + 4)
        }
    }

    private func drawCurve(into buffer: inout TextBuffer) {
        buffer.append("<path class=\"cu-c\" d=\"")
        for (place, point) in picture.points.enumerated() {
            buffer.append(place == 0 ? "M" : "L")
            buffer.appendPixels(x(point.sites))
            buffer.append(",")
            buffer.appendPixels(values.y(point.value))
        }
        buffer.append("\"/>\n")
        for point in picture.points {
            buffer.append(point.isProven ? "<circle class=\"cu-p\"" : "<circle class=\"cu-u\"")
            buffer.appendAttributes([
                "cx": x(point.sites), "cy": values.y(point.value), "r": point.sites == picture.chosen ? 6 : 3.6,
            ])
            buffer.append("><title>")
            buffer.appendXML("\(point.sites) sites: \(CurvePicture.number(point.value, 1))\(picture.unitSuffix)")
            buffer.append("</title></circle>\n")
            guard point.sites == picture.chosen else { continue }
            let words = "chosen: \(CurvePicture.number(point.value, 1))\(picture.unitSuffix)"
            let isRight = x(point.sites) > upper.centre.x
            let y = values.y(point.value)
            // Off the curve: above it on the left where it rises, on the other side where it falls.
            let isAbove = (isRight && picture.isHighGood) || (!isRight && !picture.isHighGood)
            buffer.appendText(
                words, style: isRight ? "cu-b cu-e" : "cu-b", x: x(point.sites) + (isRight ? -8 : 8),
                y: isAbove ? y - 10 : y + 20)
        }
    }

    private func drawBars(into buffer: inout TextBuffer) {
        for (sites, gain) in gains {
            let (zero, end) = (steps.y(0), steps.y(gain))
            let half = min(slotWidth * 0.36, 14)
            let box = PageBox(
                left: x(sites) - half, top: min(zero, end), right: x(sites) + half, bottom: max(zero, end))
            buffer.appendRectangle(box, style: "cu-r")
            if stride == 1 {
                buffer.appendText(
                    CurvePicture.number(gain, 1), style: "cu-v", x: x(sites), y: min(zero, end) - 4)
            }
        }
    }

    private func drawKnee(into buffer: inout TextBuffer) {
        guard let knee = picture.knee, picture.kneeWords != nil else { return }
        let x = x(knee) + slotWidth / 2
        drawLine(
            from: PagePoint(x: x, y: upper.top), to: PagePoint(x: x, y: lower.bottom), style: "cu-k", into: &buffer)
        let isRight = x < upper.centre.x
        buffer.appendText(
            "a further site pays less", style: isRight ? "cu-w" : "cu-w cu-e", x: x + (isRight ? 6 : -6),
            y: upper.bottom - 8)
    }

    private func drawNumbers(into buffer: inout TextBuffer) {
        for sites in slots where sites % stride == 0 || sites == slots.lowerBound {
            buffer.appendText("\(sites)", style: "cu-n", x: x(sites), y: lower.bottom + 17)
        }
        buffer.appendText("number of sites", style: "cu-n", x: upper.centre.x, y: lower.bottom + 35)
    }

    private func drawLine(
        from start: PagePoint, to end: PagePoint, style: StaticString, into buffer: inout TextBuffer
    ) {
        buffer.append("<line class=\"")
        buffer.append(style)
        buffer.append("\"")
        buffer.appendAttributes(["x1": start.x, "y1": start.y, "x2": end.x, "y2": end.y])
        buffer.append("/>\n")
    }

    /// The names of the styles are no other picture's, so that several can stand in one page.
    private static let styleSheet: StaticString = """
        <style>
        .curve text{font-family:"Helvetica Neue",Helvetica,Arial,"Liberation Sans","DejaVu Sans",sans-serif;fill:#1a1a1a}
        .curve .cu-t{font-size:17px;font-weight:bold}.curve .cu-h{font-size:13px;font-weight:bold;paint-order:stroke;stroke:#fff;stroke-width:4px}
        .curve .cu-l,.curve .cu-n{font-size:12px}.curve .cu-n,.curve .cu-v{text-anchor:middle}
        .curve .cu-v{font-size:10px;paint-order:stroke;stroke:#fff;stroke-width:2.5px}.curve .cu-s{font-size:11px;fill:#555}.curve .cu-e{text-anchor:end}
        .curve .cu-b{font-size:13px;font-weight:bold;fill:#0b3d91;paint-order:stroke;stroke:#fff;stroke-width:3px}
        .curve .cu-w{font-size:12px;fill:#8a3b00;paint-order:stroke;stroke:#fff;stroke-width:3px}
        .cu-g{stroke:#ddd;stroke-width:1}.cu-z{stroke:#595959;stroke-width:1}
        .cu-k{stroke:#8a3b00;stroke-width:1.5;stroke-dasharray:6 4}
        .cu-c{fill:none;stroke:#0b3d91;stroke-width:2}.cu-p{fill:#0b3d91;stroke:#fff;stroke-width:1}
        .cu-u{fill:#fff;stroke:#0b3d91;stroke-width:2}.cu-r{fill:#5b7fb8}
        </style>

        """
}
