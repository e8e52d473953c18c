/// A scene drawn into a frame of the page: areas with their tooltips, then labels with their leaders.
struct MapPanel {
    let map: ChoroplethMap
    let colouring: MapColouring
    /// The fitted scene.
    let scene: MapScene
    /// Where labels may be.
    let frame: PageBox

    /// Draws the areas, each with its code as id, unless it stands in the document already.
    func drawAreas(withIDs: Bool = true, into buffer: inout TextBuffer) {
        buffer.append("<g class=\"a\">\n")
        for shape in scene.shapes {
            buffer.append("<path")
            if withIDs {
                buffer.append(" id=\"")
                buffer.appendXML(map.areas[shape.area].code)
                buffer.append("\"")
            }
            buffer.append(" fill=\"")
            buffer.append(verbatim: colouring.fill(of: shape.area))
            buffer.append("\" d=\"")
            buffer.appendPathData(shape.rings)
            buffer.append("\"><title>")
            buffer.appendXML(colouring.tooltip(of: shape.area))
            buffer.append("</title></path>\n")
        }
        buffer.append("</g>\n")
    }

    /// Draws labels beside or in the areas, those of greatest need first.
    func drawLabels(into buffer: inout TextBuffer) {
        let labelled = scene.shapes.filter { map.areas[$0.area].label?.isEmpty == false }
            .sorted { left, right in
                guard let a = map.areas[left.area].value else { return false }
                guard let b = map.areas[right.area].value else { return true }
                return map.isWorse(a, than: b)
            }
        var placement = LabelPlacement(frame: frame, avoiding: scene.shapes)
        placement.place(
            labelled.map { .init(text: map.areas[$0.area].label ?? "", anchor: $0.anchor, area: $0.box) })
        for label in placement.placed {
            guard let end = label.leaderEnd else { continue }
            // White below black keeps the leader visible on the darkest colour.
            buffer.append("<g>")
            drawLeader("q", from: label.anchor, to: end, into: &buffer)
            drawLeader("r", from: label.anchor, to: end, into: &buffer)
            buffer.append("<circle class=\"d\"")
            buffer.appendAttributes(["cx": label.anchor.x, "cy": label.anchor.y, "r": 2.3])
            buffer.append("/></g>\n")
        }
        for label in placement.placed {
            buffer.appendText(label.text, style: "n", x: label.box.centre.x, y: label.box.centre.y + 4.3)
        }
    }

    private func drawLeader(
        _ style: StaticString, from start: PagePoint, to end: PagePoint, into buffer: inout TextBuffer
    ) {
        buffer.append("<line class=\"")
        buffer.append(style)
        buffer.append("\"")
        buffer.appendAttributes(["x1": start.x, "y1": start.y, "x2": end.x, "y2": end.y])
        buffer.append("/>")
    }

    /// Writes into each hexagon without a mark its label or the beginning of its name, as large as there is room.
    func drawHexagonLabels(into buffer: inout TextBuffer) {
        guard let width = scene.shapes.first?.box.width, width > 14 else { return }
        let size = min(width / 3.1, 12)
        buffer.append("<g class=\"h\"")
        buffer.appendAttributes(["font-size": size])
        buffer.append(">\n")
        let marked = Set(scene.marks.compactMap(\.area))
        for shape in scene.shapes where !marked.contains(shape.area) {
            let area = map.areas[shape.area]
            let colour = colouring.colour(of: area.value)
            let isWhite = colour.map(ColourRamp.wantsWhiteText(on:)) ?? false
            let shown = hexagonLabel(area.label ?? area.name, size: size, width: width - 5)
            buffer.appendText(
                shown, style: isWhite ? "i" : "k", x: shape.anchor.x, y: shape.anchor.y + size * 0.36)
        }
        buffer.append("</g>\n")
    }
}
