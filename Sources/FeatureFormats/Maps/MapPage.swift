/// Where the parts of a map's picture stand: on a sheet, heading on top, the map on the left, legend and inset on the
/// right, sources below; in a figure, the map on top, legend and inset side by side below it.
struct MapPage {
    private static let margin = 28.0
    private static let sideWidth = 270.0

    let legend: MapLegend
    /// Where the map is drawn.
    let mapFrame: PageBox
    /// Where the inset is drawn; `nil` where there is none.
    let insetFrame: PageBox?
    /// Which areas the inset shows.
    let insetAreas: Set<Int>
    /// Where the legend begins.
    let legendCorner: PagePoint

    private let map: ChoroplethMap
    private let titleLines: [String]
    private let subtitleLines: [String]
    private let footerLines: [String]
    private let width: Double
    private let height: Double

    init(_ map: ChoroplethMap, scene: MapScene, colouring: MapColouring) {
        switch map.layout {
        case .sheet: self.init(sheet: map, scene: scene, colouring: colouring)
        case .figure: self.init(figure: map, scene: scene, colouring: colouring)
        }
    }

    private init(sheet map: ChoroplethMap, scene: MapScene, colouring: MapColouring) {
        let width = 1000.0
        let inner = width - 2 * Self.margin
        let titleLines = wrap(map.title, size: 26, width: inner)
        let subtitleLines = wrap(map.subtitle, size: 14, width: inner)
        let footerLines = wrap(map.caption, size: 11, width: inner) + wrap(map.attribution, size: 11, width: inner)
        let legend = MapLegend(map, colouring: colouring, width: Self.sideWidth)

        let top = Self.margin + 31 * Double(titleLines.count) + 20 * Double(subtitleLines.count) + 16
        let side = width - Self.margin - Self.sideWidth
        let (box, insetAreas) = (scene.box, Self.insetAreas(of: map, scene: scene))
        let insetHeight = Self.insetHeight(insetAreas, scene, width: Self.sideWidth)

        // The legend's column is set aside unless the map is too narrow to need it.
        let mapWidth = side - Self.margin - 24
        let natural = box.isEmpty ? 0 : mapWidth * box.height / max(box.width, 1e-9)
        let least = legend.height + (insetHeight > 0 ? insetHeight + 40 : 0)
        let mapHeight = max(min(natural, 900), least, 260)

        (self.map, self.width) = (map, width)
        (self.titleLines, self.subtitleLines, self.footerLines) = (titleLines, subtitleLines, footerLines)
        (self.legend, self.insetAreas) = (legend, insetAreas)
        mapFrame = PageBox(
            left: Self.margin, top: top, right: Self.margin + mapWidth, bottom: top + mapHeight)
        legendCorner = PagePoint(x: side, y: top)
        let insetTop = top + legend.height + 36
        insetFrame =
            insetAreas.isEmpty
            ? nil : PageBox(left: side, top: insetTop, right: side + Self.sideWidth, bottom: insetTop + insetHeight)
        height = top + mapHeight + 24 + 16 * Double(footerLines.count) + 14
    }

    private init(figure map: ChoroplethMap, scene: MapScene, colouring: MapColouring) {
        let (width, margin) = (440.0, 8.0)
        let (box, insetAreas) = (scene.box, Self.insetAreas(of: map, scene: scene))
        let legendWidth = insetAreas.isEmpty ? width - 2 * margin : 206
        let legend = MapLegend(map, colouring: colouring, width: legendWidth)
        let mapWidth = width - 2 * margin
        let mapHeight = box.isEmpty ? 100 : min(mapWidth * box.height / max(box.width, 1e-9), 600)
        let insetLeft = margin + legendWidth + 14
        let insetHeight = Self.insetHeight(insetAreas, scene, width: width - margin - insetLeft)
        let below = margin + mapHeight + 12

        (self.map, self.width) = (map, width)
        (titleLines, subtitleLines, footerLines) = ([], [], [])
        (self.legend, self.insetAreas) = (legend, insetAreas)
        mapFrame = PageBox(left: margin, top: margin, right: margin + mapWidth, bottom: margin + mapHeight)
        legendCorner = PagePoint(x: margin, y: below)
        insetFrame =
            insetAreas.isEmpty
            ? nil : PageBox(left: insetLeft, top: below, right: width - margin, bottom: below + insetHeight)
        height = below + max(legend.height, insetHeight) + margin
    }

    /// How high the inset is, with its heading; 0 where there is none.
    private static func insetHeight(_ areas: Set<Int>, _ scene: MapScene, width: Double) -> Double {
        guard !areas.isEmpty else { return 0 }
        let box = scene.filter(areas.contains).box
        return box.height / box.width * (width - 20) + 38
    }

    /// The areas of the inset, none where it would show most of the map again.
    private static func insetAreas(of map: ChoroplethMap, scene: MapScene) -> Set<Int> {
        guard map.style == .boundaries, let inset = map.inset else { return [] }
        let members = Set(scene.shapes.map(\.area).filter { map.areas[$0].code.hasPrefix(inset.codePrefix) })
        let (part, whole) = (scene.filter(members.contains).box, scene.box)
        guard members.count > 1, part.width * part.height < 0.05 * whole.width * whole.height else { return [] }
        return members
    }

    /// Writes the root element, what screen readers say, the style sheet and the pattern for "no figure".
    func writeOpening(into buffer: inout TextBuffer) {
        buffer.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"map-title map-desc\"")
        buffer.appendAttributes(["width": width, "height": height])
        buffer.append(" viewBox=\"0 0 ")
        buffer.appendPixels(width)
        buffer.append(" ")
        buffer.appendPixels(height)
        buffer.append("\">\n<title id=\"map-title\">")
        buffer.appendXML(map.title)
        buffer.append("</title>\n<desc id=\"map-desc\">")
        let sites = map.siteLayer.map { $0.words + " " } ?? ""
        buffer.appendXML(map.subtitle + " Dark means greater need. " + sites + map.caption + " " + map.attribution)
        buffer.append("</desc>\n")
        buffer.append(Self.styleSheet)
        if map.siteLayer != nil { buffer.append(MapPanel.siteStyles) }
    }

    func writeHeader(into buffer: inout TextBuffer) {
        buffer.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n")
        var y = Self.margin
        for line in titleLines {
            y += 31
            buffer.appendText(line, style: "t", x: Self.margin, y: y - 8)
        }
        for line in subtitleLines {
            y += 20
            buffer.appendText(line, style: "u", x: Self.margin, y: y - 5)
        }
    }

    func writeFooter(into buffer: inout TextBuffer) {
        var y = mapFrame.bottom + 24
        for line in footerLines {
            y += 16
            buffer.appendText(line, style: "s", x: Self.margin, y: y - 4)
        }
    }

    private static let styleSheet: StaticString = """
        <style>
        text{font-family:"Helvetica Neue",Helvetica,Arial,"Liberation Sans","DejaVu Sans",sans-serif;fill:#1a1a1a}
        .t{font-size:24px;font-weight:bold}.u{font-size:14px;fill:#444}.b{font-size:14.5px;font-weight:bold}
        .l{font-size:13px}.s{font-size:11px;fill:#555}.e{text-anchor:end}.w{stroke:#555;stroke-width:.6}
        .a path{stroke:#595959;stroke-width:.45;stroke-linejoin:round;fill-rule:evenodd}
        .f{fill:none;stroke:#595959;stroke-width:1}.r{stroke:#1a1a1a;stroke-width:.9}.q{stroke:#fff;stroke-width:2.4}\
        .d{fill:#1a1a1a;stroke:#fff;stroke-width:.9}
        .n{font-size:12px;font-weight:bold;text-anchor:middle;paint-order:stroke;stroke:#fff;stroke-width:3.2px;\
        stroke-linejoin:round}
        .h text{text-anchor:middle}.h .i{fill:#fff}
        </style>
        <defs><pattern id="no-figure" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
        <rect width="6" height="6" fill="#f2f2f2"/><rect width="1.6" height="6" fill="#9a9a9a"/></pattern></defs>

        """
}
