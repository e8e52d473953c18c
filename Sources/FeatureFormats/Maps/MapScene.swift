import GeographyModel

/// The areas of a map as polygons on the plane, before they are fitted to the page: y runs downwards.
struct MapScene {
    /// An area of the scene.
    struct Shape {
        /// Which of the map's areas it is.
        var area: Int
        /// Its rings; by the even-odd rule.
        var rings: [[PagePoint]]
        /// The box around it.
        var box: PageBox
        /// Where its label points to.
        var anchor: PagePoint
    }

    var shapes: [Shape]
    /// Sites and comparators.
    var marks: [MapMark] = []
    /// Demand points without a boundary that are reached.
    var dots: [PagePoint] = []

    /// The box around all shapes.
    var box: PageBox { shapes.reduce(into: .empty) { $0.formUnion($1.box) } }

    /// The scene with only those areas for which `condition` holds, and the marks in them; all points stay.
    func filter(_ condition: (Int) -> Bool) -> MapScene {
        // What lies in no area lies in no part of the map either, only on the whole.
        MapScene(
            shapes: shapes.filter { condition($0.area) }, marks: marks.filter { condition($0.area ?? -1) }, dots: dots)
    }

    /// The scene of `map` in its style; areas without a shape or a hexagon are not in it.
    init(_ map: ChoroplethMap) {
        shapes = map.areas.indices.compactMap { place in
            switch map.style {
            case .boundaries: Self.outline(of: map.areas[place].shape, area: place)
            case .hexagons: map.areas[place].hexagon.map { Self.hexagon(at: $0, area: place) }
            }
        }
        marks = map.siteLayer?.marks(on: shapes, of: map) ?? []
        // Points have a place on the ground only.
        if map.style == .boundaries { dots = map.siteLayer?.reached.map(Self.onPaper) ?? [] }
    }

    private init(shapes: [Shape], marks: [MapMark], dots: [PagePoint]) {
        self.shapes = shapes
        self.marks = marks
        self.dots = dots
    }

    /// Where a position lies on the plane, in metres.
    static func onPaper(_ position: Position) -> PagePoint {
        let (x, y) = MapProjection.project(position)
        return PagePoint(x: x, y: -y)
    }

    /// The outline of an area on the plane; `nil` for one without a place.
    static func outline(of shape: MultiPolygon, area: Int) -> Shape? {
        var box = PageBox.empty
        let rings = shape.ringEnds.indices.map { shape.ring($0).map(onPaper) }
        for ring in rings { for point in ring { box.formUnion(point) } }
        guard !box.isEmpty, rings.allSatisfy({ $0.allSatisfy { $0.x.isFinite && $0.y.isFinite } }) else { return nil }
        // An area of islands is labelled at the largest of them.
        let largest = shape.polygonEnds.indices.map { shape.ringRange(ofPolygon: $0).lowerBound }
            .max { abs(shape.doubledSignedArea(ofRing: $0)) < abs(shape.doubledSignedArea(ofRing: $1)) }
        var alone = MultiPolygon()
        if let largest {
            alone.append(ring: shape.ring(largest))
            alone.closePolygon()
        }
        return Shape(area: area, rings: rings, box: box, anchor: alone.centroid.map(onPaper) ?? box.centre)
    }

    /// A pointy-top hexagon of width √3 and height 2; rows are 1.5 apart, odd ones shifted by half a width.
    private static func hexagon(at place: ChoroplethMap.HexPosition, area: Int) -> Shape {
        // Whole numbers of half widths and half heights, so that neighbours have the very same corners.
        let (across, down) = (2 * place.q + (place.r % 2 == 0 ? 0 : 1), -3 * place.r)
        func point(_ x: Int, _ y: Int) -> PagePoint {
            PagePoint(x: 0.866_025_403_784_438_6 * Double(x), y: 0.5 * Double(y))
        }
        let centre = point(across, down)
        let corners = [(0, -2), (1, -1), (1, 1), (0, 2), (-1, 1), (-1, -1)]
            .map { point(across + $0.0, down + $0.1) }
        var box = PageBox.empty
        for corner in corners { box.formUnion(corner) }
        return Shape(area: area, rings: [corners], box: box, anchor: centre)
    }

    /// The scene enlarged as far as it fits into `frame`, in the middle of it.
    func fitted(to frame: PageBox) -> MapScene {
        let box = box
        guard !box.isEmpty else { return self }
        let scale = min(frame.width / max(box.width, 1e-9), frame.height / max(box.height, 1e-9))
        let centre = frame.centre
        func moved(_ point: PagePoint) -> PagePoint {
            PagePoint(
                x: centre.x + (point.x - box.centre.x) * scale, y: centre.y + (point.y - box.centre.y) * scale)
        }
        return MapScene(
            shapes: shapes.map { shape in
                var fitted = PageBox.empty
                fitted.formUnion(moved(PagePoint(x: shape.box.left, y: shape.box.top)))
                fitted.formUnion(moved(PagePoint(x: shape.box.right, y: shape.box.bottom)))
                return Shape(
                    area: shape.area, rings: shape.rings.map { $0.map(moved) }, box: fitted,
                    anchor: moved(shape.anchor))
            },
            marks: marks.map { mark in
                var mark = mark
                mark.anchor = moved(mark.anchor)
                return mark
            }, dots: dots.map(moved))
    }
}
