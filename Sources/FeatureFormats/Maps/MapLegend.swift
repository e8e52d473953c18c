/// The classes of a map with their colours, ranges and numbers of areas, greatest need on top.
struct MapLegend {
    private static let row = 25.0

    /// What stands in a row.
    private struct Entry {
        var fill: String
        var words: String
        var count: Int
    }

    private let titleLines: [String]
    private let entries: [Entry]
    private let sites: SiteLegend?
    private let width: Double

    /// How high the legend is, in pixels.
    var height: Double {
        Double(titleLines.count) * 18 + 26 + Double(entries.count) * Self.row + (sites?.height ?? 0)
    }

    init(_ map: ChoroplethMap, colouring: MapColouring, width: Double) {
        self.width = width
        titleLines = wrap(map.legendTitle, size: 16.2, width: width)
        var entries = colouring.classes.indices.map { place in
            let range = colouring.classes[place]
            return Entry(
                fill: MapColouring.hexText(colouring.colours[place]), words: Self.words(range, map) + map.unitSuffix,
                count: range.count)
        }
        if map.direction == .highIsWorse { entries.reverse() }
        if colouring.withoutFigure > 0 {
            entries.append(
                Entry(fill: MapColouring.noFigureFill, words: "no figure", count: colouring.withoutFigure))
        }
        self.entries = entries
        sites = map.siteLayer.map { SiteLegend($0, on: map, width: width) }
    }

    /// Bounds belong to the class below, so that no figure stands in two.
    private static func words(_ range: ValueClass, _ map: ChoroplethMap) -> String {
        let (low, high) = (map.number(range.lowerBound), map.number(range.upperBound))
        if range.holdsLowerBound { return low == high ? low : "\(low) to \(high)" }
        return "over \(low) to \(high)"
    }

    func draw(at corner: PagePoint, into buffer: inout TextBuffer) {
        var y = corner.y
        buffer.append("<g>\n")
        for line in titleLines {
            y += 18
            buffer.appendText(line, style: "b", x: corner.x, y: y - 4)
        }
        buffer.appendText("darkest: greatest need", style: "s", x: corner.x, y: y + 13)
        buffer.appendText("areas", style: "s e", x: corner.x + width, y: y + 13)
        y += 26
        for entry in entries {
            let swatch = PageBox(left: corner.x, top: y, right: corner.x + 34, bottom: y + Self.row - 6)
            buffer.appendRectangle(swatch, style: "w", fill: entry.fill)
            buffer.appendText(entry.words, style: "l", x: corner.x + 44, y: y + 14.5)
            buffer.appendText(String(entry.count), style: "l e", x: corner.x + width, y: y + 14.5)
            y += Self.row
        }
        sites?.draw(at: PagePoint(x: corner.x, y: y), into: &buffer)
        buffer.append("</g>\n")
    }
}
