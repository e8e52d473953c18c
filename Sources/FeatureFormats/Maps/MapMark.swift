import GeographyModel

/// A site or a comparator at its place on a map.
struct MapMark {
    /// How it is drawn.
    enum Kind {
        /// A filled circle.
        case site
        /// An open diamond.
        case comparator
    }

    /// What it is.
    var kind: Kind
    /// The number of the site, from 1.
    var number: Int
    /// What the place is called.
    var name: String
    /// Where it points to.
    var anchor: PagePoint
    /// Which of the map's areas it lies in.
    var area: Int?

    /// What a pointer over the mark shows.
    var tooltip: String { kind == .site ? "Site \(number): \(name)" : "Comparator of site \(number): \(name)" }
}

extension SiteLayer {
    /// The marks of the layer on the shapes of `map`; what lies nowhere on the map has none.
    func marks(on shapes: [MapScene.Shape], of map: ChoroplethMap) -> [MapMark] {
        let known = Dictionary(shapes.map { (map.areas[$0.area].code, $0) }, uniquingKeysWith: { first, _ in first })
        // On a map of hexagons, too, a place lies in the area around it on the ground.
        let mustSearch = sites.contains { site in site.code.flatMap { known[$0] } == nil && site.position != nil }
        let ground =
            mustSearch ? map.areas.indices.compactMap { MapScene.outline(of: map.areas[$0].shape, area: $0) } : []
        func place(of site: Site) -> (anchor: PagePoint, area: Int?)? {
            if let shape = site.code.flatMap({ known[$0] }) { return (shape.anchor, shape.area) }
            guard let point = site.position.map(MapScene.onPaper) else { return nil }
            let area = ground.first { $0.holds(point) }?.area
            if map.style == .boundaries { return (point, area) }
            return shapes.first { $0.area == area }.map { ($0.anchor, area) }
        }
        let chosen = sites.enumerated().compactMap { number, site in
            place(of: site).map { found in
                MapMark(kind: .site, number: number + 1, name: site.name, anchor: found.anchor, area: found.area)
            }
        }
        let compared = comparators.compactMap { comparator in
            known[comparator.code].map { shape in
                MapMark(
                    kind: .comparator, number: comparator.site, name: comparator.name, anchor: shape.anchor,
                    area: shape.area)
            }
        }
        return chosen + compared
    }
}
