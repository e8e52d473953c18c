extension MapPanel {
    /// Draws the line around each site's catchment, and demand points without a boundary that are reached.
    func drawCatchments(into buffer: inout TextBuffer) {
        guard let layer = map.siteLayer else { return }
        let shapes = Dictionary(
            scene.shapes.map { (map.areas[$0.area].code, $0) }, uniquingKeysWith: { first, _ in first })
        drawDots(into: &buffer)
        buffer.append("<g class=\"ct\">\n")
        for (place, site) in layer.sites.enumerated() {
            let outline = GroupOutline(site.catchment.compactMap { shapes[$0] })
            guard !outline.rings.isEmpty else { continue }
            // White below keeps the line visible on the darkest colour.
            for style in ["cw", "cl"] {
                buffer.append("<path class=\"")
                buffer.append(verbatim: style)
                buffer.append("\" d=\"")
                buffer.appendPathData(outline.rings)
                buffer.append("\">")
                if style == "cl" {
                    buffer.append("<title>")
                    buffer.appendXML("Catchment of site \(place + 1), \(site.name)")
                    buffer.append("</title>")
                }
                buffer.append("</path>\n")
            }
        }
        buffer.append("</g>\n")
    }

    /// Draws points, of those that fall on the same few pixels only one.
    private func drawDots(into buffer: inout TextBuffer) {
        var seen: Set<PagePoint> = []
        let places = scene.dots.filter(frame.contains).map { point in
            PagePoint(x: (point.x / 3).rounded() * 3, y: (point.y / 3).rounded() * 3)
        }.filter { seen.insert($0).inserted }
        guard !places.isEmpty else { return }
        buffer.append("<path class=\"dt\" d=\"")
        for place in places {
            buffer.append("M")
            buffer.appendPixels(place.x)
            buffer.append(",")
            buffer.appendPixels(place.y)
            buffer.append("h0")
        }
        buffer.append("\"/>\n")
    }

    /// Draws sites and comparators, each beside its place where another has taken it.
    func drawMarks(into buffer: inout TextBuffer) {
        guard !scene.marks.isEmpty else { return }
        var placement = MarkPlacement(frame: frame)
        placement.place(scene.marks)
        buffer.append("<g>\n")
        for (mark, place) in placement.placed where place != mark.anchor {
            for style in ["q", "r"] {
                buffer.append("<line class=\"")
                buffer.append(verbatim: style)
                buffer.append("\"")
                buffer.appendAttributes(["x1": mark.anchor.x, "y1": mark.anchor.y, "x2": place.x, "y2": place.y])
                buffer.append("/>")
            }
            buffer.append("<circle class=\"d\"")
            buffer.appendAttributes(["cx": mark.anchor.x, "cy": mark.anchor.y, "r": 2.3])
            buffer.append("/>\n")
        }
        // Sites come last, so that they lie on top where there was no room.
        for (mark, place) in placement.placed.reversed() { Self.draw(mark, at: place, into: &buffer) }
        buffer.append("</g>\n")
    }

    /// Draws one mark: a circle or a diamond with the number of the site.
    static func draw(_ mark: MapMark, at place: PagePoint, into buffer: inout TextBuffer) {
        buffer.append("<g><title>")
        buffer.appendXML(mark.tooltip)
        buffer.append("</title>")
        drawShape(mark.kind, at: place, into: &buffer)
        buffer.appendText(
            "\(mark.number)", style: mark.kind == .site ? "sn" : "cn", x: place.x, y: place.y + 3.7)
        buffer.append("</g>\n")
    }

    /// Draws the circle of a site or the diamond of a comparator.
    static func drawShape(_ kind: MapMark.Kind, at place: PagePoint, into buffer: inout TextBuffer) {
        switch kind {
        case .site:
            buffer.append("<circle class=\"sc\"")
            buffer.appendAttributes(["cx": place.x, "cy": place.y, "r": MarkPlacement.radius])
            buffer.append("/>")
        case .comparator:
            let reach = MarkPlacement.radius + 1.5
            buffer.append("<path class=\"cd\" d=\"")
            buffer.appendPathData([
                [
                    PagePoint(x: place.x, y: place.y - reach), PagePoint(x: place.x + reach, y: place.y),
                    PagePoint(x: place.x, y: place.y + reach), PagePoint(x: place.x - reach, y: place.y),
                ]
            ])
            buffer.append("\"/>")
        }
    }

    /// How what belongs to sites is drawn.
    static let siteStyles: StaticString = """
        <style>
        .ct path{fill:none;stroke-linejoin:round}.ct .cw{stroke:#fff;stroke-width:4.6}\
        .ct .cl{stroke:#0b3d91;stroke-width:2.2}.dt{fill:none;stroke:#0b3d91;stroke-width:2.4;stroke-linecap:round}
        .sc{fill:#0b3d91;stroke:#fff;stroke-width:1.4}.cd{fill:#fff;stroke:#0b3d91;stroke-width:1.6}
        .sn,.cn{font-size:10.5px;font-weight:bold;text-anchor:middle}.sn{fill:#fff}.cn{fill:#0b3d91;font-size:9.5px}
        </style>

        """
}
