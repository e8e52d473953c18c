extension ChoroplethMap {
    /// The picture as an SVG 1.1 document, as wide as its layout says and as high as the mapped region asks for.
    package var svg: String {
        var buffer = TextBuffer()
        write(into: &buffer)
        return buffer.text
    }

    /// Appends the picture as an SVG 1.1 document.
    package func write(into buffer: inout TextBuffer) {
        let scene = MapScene(self)
        let colouring = MapColouring(self, areas: scene.shapes.map(\.area))
        let page = MapPage(self, scene: scene, colouring: colouring)
        page.writeOpening(into: &buffer)
        page.writeHeader(into: &buffer)

        let main = MapPanel(
            map: self, colouring: colouring, scene: scene.fitted(to: page.mapFrame), frame: page.mapFrame)
        main.drawAreas(into: &buffer)
        main.drawCatchments(into: &buffer)
        if style == .hexagons {
            if siteLayer == nil || layout == .sheet { main.drawHexagonLabels(into: &buffer) }
            main.drawMarks(into: &buffer)
        }
        if style == .boundaries {
            let insetAreas = page.insetAreas
            let outside = MapPanel(
                map: self, colouring: colouring, scene: main.scene.filter { !insetAreas.contains($0) },
                frame: page.mapFrame)
            outside.drawLabels(into: &buffer)
            outside.drawMarks(into: &buffer)
            if let frame = page.insetFrame {
                drawInset(
                    scene.filter(insetAreas.contains), from: main.scene.filter(insetAreas.contains).box,
                    colouring: colouring, in: frame, into: &buffer)
            }
        }
        page.legend.draw(at: page.legendCorner, into: &buffer)
        page.writeFooter(into: &buffer)
        buffer.append("</svg>\n")
    }

    /// Draws the inset, with a box on the map around what it shows.
    private func drawInset(
        _ scene: MapScene, from source: PageBox, colouring: MapColouring, in frame: PageBox,
        into buffer: inout TextBuffer
    ) {
        buffer.appendRectangle(source.expanded(by: 4), style: "f")
        buffer.appendRectangle(frame, style: "f")
        let drawing = PageBox(
            left: frame.left + 10, top: frame.top + 28, right: frame.right - 10, bottom: frame.bottom - 10)
        let panel = MapPanel(
            map: self, colouring: colouring, scene: scene.fitted(to: drawing), frame: frame.expanded(by: -3))
        // The areas stand in the document already; a second drawing of them has no ids.
        panel.drawAreas(withIDs: false, into: &buffer)
        panel.drawCatchments(into: &buffer)
        buffer.appendText(inset?.title ?? "", style: "b", x: frame.left + 10, y: frame.top + 19)
        panel.drawLabels(into: &buffer)
        panel.drawMarks(into: &buffer)
    }
}
