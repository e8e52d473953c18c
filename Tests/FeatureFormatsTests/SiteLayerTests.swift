import Foundation
import GeographyModel
import TestSupport
import Testing

@testable import FeatureFormats

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct SiteLayerTests {
    /// Four square areas in a row; the first two belong to site 1, the third to site 2, and the last is compared with 1.
    private func map(style: ChoroplethMap.Style, layout: ChoroplethMap.Layout = .sheet) -> ChoroplethMap {
        var map = ChoroplethMap(
            title: "2 sites", subtitle: "Low health literacy", legendTitle: "People", decimals: 0,
            attribution: "© Crown copyright", breaks: ClassBreaks(upperBounds: [2000, 40_000]), style: style,
            areas: (0..<4).map { place in
                let west = 0.1 * Double(place)
                var shape = MultiPolygon()
                shape.append(
                    ring: Samples.ring([(west, 52), (west + 0.1, 52), (west + 0.1, 52.1), (west, 52.1), (west, 52)]))
                shape.closePolygon()
                return .init(
                    code: "E0700000\(place)", name: "Area \(place)", shape: shape, hexagon: .init(q: place, r: 0),
                    value: 1000 * Double(place * place * place + 1))
            })
        map.layout = layout
        map.siteLayer = SiteLayer(
            sites: [
                .init(name: "Area <0>", code: "E07000000", position: nil, catchment: ["E07000000", "E07000001"]),
                .init(
                    name: "Library", code: "lib", position: Position(longitude: 0.27, latitude: 52.03),
                    catchment: ["E07000002", "unknown"]),
                .init(name: "Far", code: nil, position: nil, catchment: []),
            ],
            comparators: [
                .init(name: "Area 3", code: "E07000003", site: 1), .init(name: "Elsewhere", code: "E07000099", site: 2),
            ], reached: [Position(longitude: 0.05, latitude: 52.05), Position(longitude: 0.0501, latitude: 52.05)])
        return map
    }

    @Test(arguments: [
        ("sites.svg", ChoroplethMap.Style.boundaries, ChoroplethMap.Layout.sheet),
        ("sites-hexagons.svg", .hexagons, .sheet), ("sites-figure.svg", .boundaries, .figure),
    ])
    func `sites are drawn as their golden has them`(
        golden: String, style: ChoroplethMap.Style, layout: ChoroplethMap.Layout
    ) {
        let svg = map(style: style, layout: layout).svg
        #expect(Golden(golden).difference(from: svg) == nil)
        #expect(XMLParser(data: Data(svg.utf8)).parse())
    }

    @Test(arguments: [ChoroplethMap.Style.boundaries, .hexagons])
    func `marks stand in their areas, and what lies nowhere has none`(style: ChoroplethMap.Style) {
        let marks = MapScene(map(style: style)).marks
        #expect(marks.map(\.tooltip) == ["Site 1: Area <0>", "Site 2: Library", "Comparator of site 1: Area 3"])
        #expect(marks.map(\.area) == [0, 2, 3])
    }

    @Test func `nothing is told by colour alone`() {
        let svg = map(style: .boundaries).svg
        for words in [
            "<circle class=\"sc\"", "<path class=\"cd\"", "Catchment of site 1, Area &lt;0&gt;", "catchment: where",
            "comparator of the site", "Sites: 1 Area &lt;0&gt; (comparators: Area 3); 2 Library",
            ">over 2,000 to 40,000<",
        ] {
            #expect(svg.contains(words), "\(words)")
        }
        var bare = map(style: .boundaries)
        bare.siteLayer = nil
        #expect(!bare.svg.contains("class=\"sc\"") && !bare.svg.contains(".sc{"))
    }

    @Test(arguments: [
        ("one area", ChoroplethMap.Style.boundaries, [0], 1, 4), ("two neighbours", .boundaries, [0, 1], 1, 6),
        ("two apart", .boundaries, [0, 2], 2, 8), ("one hexagon", .hexagons, [0], 1, 6),
        ("two hexagons", .hexagons, [0, 1], 1, 10), ("nothing", .hexagons, [], 0, 0),
    ])
    func `a catchment's line leaves out what its areas share`(
        label: String, style: ChoroplethMap.Style, members: [Int], rings: Int, edges: Int
    ) {
        let frame = PageBox(left: 0, top: 0, right: 333, bottom: 217)
        let shapes = MapScene(map(style: style)).fitted(to: frame).shapes.filter { members.contains($0.area) }
        let outline = GroupOutline(shapes)
        #expect(outline.rings.count == rings, "\(label)")
        #expect(outline.rings.reduce(0) { $0 + $1.count - 1 } == edges, "\(label)")
        #expect(outline.rings.allSatisfy { $0.first == $0.last }, "\(label)")
    }

    @Test func `marks cover neither one another nor the edge`() {
        let frame = PageBox(left: 0, top: 0, right: 200, bottom: 200)
        var placement = MarkPlacement(frame: frame)
        placement.place(
            (1...20).map {
                MapMark(kind: .site, number: $0, name: "", anchor: PagePoint(x: 100 + Double($0), y: 2), area: nil)
            })
        let places = placement.placed.map(\.place)
        #expect(places.count == 20 && places.first == PagePoint(x: 101, y: 9))
        for (number, place) in places.enumerated() {
            #expect(frame.expanded(by: -MarkPlacement.radius).contains(place))
            for other in places.dropFirst(number + 1) {
                #expect(hypot(place.x - other.x, place.y - other.y) >= 2 * MarkPlacement.radius)
            }
        }
    }

    @Test func `points on the same few pixels are drawn once`() throws {
        let svg = map(style: .boundaries).svg
        let dots = try #require(svg.firstMatch(of: /<path class="dt" d="([^"]*)"/)).output.1
        #expect(dots.count { $0 == "M" } == 1)
        #expect(MapScene(map(style: .hexagons)).dots.isEmpty)
    }
}
