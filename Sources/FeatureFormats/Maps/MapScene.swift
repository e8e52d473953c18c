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

    /// The box around all shapes.
    var box: PageBox { shapes.reduce(into: .empty) { $0.formUnion($1.box) } }

    /// The scene with only those areas for which `condition` holds.
    func filter(_ condition: (Int) -> Bool) -> MapScene { MapScene(shapes: shapes.filter { condition($0.area) }) }

    /// The scene of `map` in its style; areas without a shape or a hexagon are not in it.
    init(_ map: ChoroplethMap) {
        shapes = map.areas.indices.compactMap { place in
            switch map.style {
            case .boundaries: Self.outline(of: map.areas[place].shape, area: place)
            case .hexagons: map.areas[place].hexagon.map { Self.hexagon(at: $0, area: place) }
            }
        }
    }

    private init(shapes: [Shape]) { self.shapes = shapes }

    private static func outline(of shape: MultiPolygon, area: Int) -> Shape? {
        func onPaper(_ position: Position) -> PagePoint {
            let (x, y) = MapProjection.project(position)
            return PagePoint(x: x, y: -y)
        }
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
        let half = 0.866_025_403_784_438_6
        let shift = place.r % 2 == 0 ? 0 : half
        let centre = PagePoint(x: 2 * half * Double(place.q) + shift, y: -1.5 * Double(place.r))
        let corners = [(0, -1), (half, -0.5), (half, 0.5), (0, 1), (-half, 0.5), (-half, -0.5)]
            .map { PagePoint(x: centre.x + $0.0, y: centre.y + $0.1) }
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
            })
    }
}
