/// What the marks and lines of sites mean, and which number is which site.
struct SiteLegend {
    /// What stands before the words of a row.
    private enum Symbol {
        case mark(MapMark.Kind)
        case catchment
        case dots
        case number(Int)
    }

    /// A row; one of several lines is higher.
    private struct Row {
        var symbol: Symbol
        var lines: [String]
        var height: Double
    }

    /// Sites beyond this are counted only, in the list.
    private static let listed = 40
    private static let gap = 10.0

    private let rows: [Row]

    /// How high it is, in pixels.
    var height: Double { rows.reduce(Self.gap) { $0 + $1.height } }

    /// Explains what `map` shows of `layer`; on a sheet, names the sites, too.
    init(_ layer: SiteLayer, on map: ChoroplethMap, width: Double) {
        func row(_ symbol: Symbol, _ words: String) -> Row {
            let lines = wrap(words, size: 13, width: width - 44)
            return Row(symbol: symbol, lines: lines, height: 25 + 15 * Double(max(lines.count - 1, 0)))
        }
        var rows = [row(.mark(.site), "site")]
        if layer.sites.contains(where: { $0.catchment.count > 1 }) {
            rows.append(row(.catchment, "catchment: where that site is the nearest"))
        } else if layer.sites.contains(where: { !$0.catchment.isEmpty }) {
            rows.append(row(.catchment, "the area of a site"))
        }
        if !layer.reached.isEmpty, map.style == .boundaries { rows.append(row(.dots, "places within reach of a site")) }
        if !layer.comparators.isEmpty {
            rows.append(row(.mark(.comparator), "comparator of the site of that number"))
        }
        if map.layout == .sheet {
            rows += layer.sites.prefix(Self.listed).enumerated().map { row(.number($0 + 1), $1.name) }
            let rest = layer.sites.count - Self.listed
            if rest > 0 { rows.append(Row(symbol: .number(0), lines: ["and \(rest) more"], height: 25)) }
        }
        self.rows = rows
    }

    func draw(at corner: PagePoint, into buffer: inout TextBuffer) {
        var y = corner.y + Self.gap
        for row in rows {
            draw(row.symbol, at: PagePoint(x: corner.x + 17, y: y + 9.5), into: &buffer)
            for (line, words) in row.lines.enumerated() {
                buffer.appendText(words, style: "l", x: corner.x + 44, y: y + 14.5 + 15 * Double(line))
            }
            y += row.height
        }
    }

    private func draw(_ symbol: Symbol, at place: PagePoint, into buffer: inout TextBuffer) {
        switch symbol {
        case .mark(let kind):
            MapPanel.drawShape(kind, at: place, into: &buffer)
            buffer.append("\n")
        case .number(let number):
            guard number > 0 else { return }
            MapPanel.drawShape(.site, at: place, into: &buffer)
            buffer.appendText("\(number)", style: "sn", x: place.x, y: place.y + 3.7)
        case .catchment:
            let box = PageBox(left: place.x - 15, top: place.y - 7, right: place.x + 15, bottom: place.y + 7)
            buffer.append("<g class=\"ct\"><path class=\"cl\" d=\"")
            buffer.appendPathData([
                [
                    PagePoint(x: box.left, y: box.top), PagePoint(x: box.right, y: box.top),
                    PagePoint(x: box.right, y: box.bottom), PagePoint(x: box.left, y: box.bottom),
                ]
            ])
            buffer.append("\"/></g>\n")
        case .dots:
            buffer.append("<path class=\"dt\" d=\"")
            for offset in [-10.0, -4, 2, 8] {
                buffer.append("M")
                buffer.appendPixels(place.x + offset)
                buffer.append(",")
                buffer.appendPixels(place.y)
                buffer.append("h0")
            }
            buffer.append("\"/>\n")
        }
    }
}
