import Foundation
import GeographyModel
import TestSupport
import Testing

@testable import FeatureFormats

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct ChoroplethMapTests {
    /// A row of square areas a tenth of a degree wide, north of London.
    private func map(_ values: [Double?], style: ChoroplethMap.Style = .boundaries) -> ChoroplethMap {
        var map = ChoroplethMap(
            title: "Title & <more>", subtitle: "% below the threshold – darker is worse", legendTitle: "% below",
            unitSuffix: " %", attribution: "© Crown copyright",
            breaks: ClassBreaks(upperBounds: values.compactMap { $0 }), style: style)
        map.areas = values.enumerated().map { place, value in
            let west = 0.1 * Double(place)
            var shape = MultiPolygon()
            shape.append(
                ring: Samples.ring([(west, 52), (west + 0.1, 52), (west + 0.1, 52.1), (west, 52.1), (west, 52)]))
            shape.closePolygon()
            return .init(
                code: "E0700000\(place)", name: "Area \(place)", shape: shape, hexagon: .init(q: place, r: place % 2),
                value: value)
        }
        return map
    }

    @Test(arguments: [("map.svg", ChoroplethMap.Style.boundaries), ("hexagons.svg", .hexagons)])
    func `a map is drawn as its golden has it`(golden: String, style: ChoroplethMap.Style) {
        var map = map([56.42, 10, 20, nil, 40, 50], style: style)
        map.labelGreatestNeed(2)
        #expect(Golden(golden).difference(from: map.svg) == nil)
        #expect(XMLParser(data: Data(map.svg.utf8)).parse())
    }

    @Test(arguments: [
        ("high is worse", ChoroplethMap.Direction.highIsWorse, ["#ffffcc", "#800026"], "1. Area 1: 30.0 %"),
        ("low is worse", .lowIsWorse, ["#800026", "#ffffcc"], "1. Area 0: 10.0 %"),
    ])
    func `dark means greater need in either direction`(
        label: String, direction: ChoroplethMap.Direction, fills: [String], first: String
    ) {
        var map = map([10, 30])
        map.direction = direction
        let colouring = MapColouring(map, areas: [0, 1])
        #expect([0, 1].map(colouring.fill(of:)) == fills, "\(label)")
        #expect([0, 1].map(colouring.tooltip(of:)).contains(first), "\(label)")
    }

    @Test func `areas of the same figure have the same rank`() {
        let colouring = MapColouring(map([30, 50, 30, nil, 20]), areas: [0, 1, 2, 3, 4])
        #expect(
            (0..<5).map(colouring.tooltip(of:)) == [
                "2. Area 0: 30.0 %", "1. Area 1: 50.0 %", "2. Area 2: 30.0 %", "Area 3: no figure",
                "4. Area 4: 20.0 %",
            ])
    }

    /// Expected: PROJ (GDAL 3.6.2), `+proj=tmerc +lat_0=0 +lon_0=-2 +R=6371007.2`.
    @Test(arguments: [
        (-2.0, 52.0, 0.0, 5_782_142.720), (-0.1276, 51.5072, 129_582.878, 5_729_003.285),
        (-5.7, 50.07, -264_039.086, 5_574_077.979),
    ])
    func `positions are projected about 2° W`(longitude: Double, latitude: Double, x: Double, y: Double) {
        let place = MapProjection.project(Position(longitude: longitude, latitude: latitude))
        #expect(abs(place.x - x) < 0.1)
        #expect(abs(place.y - y) < 0.1)
    }

    @Test func `labels cover neither one another nor the edge`() {
        let frame = PageBox(left: 0, top: 0, right: 300, bottom: 200)
        var placement = LabelPlacement(frame: frame, avoiding: [])
        placement.place(
            (0..<12).map { place in
                let anchor = PagePoint(x: 90 + 12 * Double(place), y: 100)
                return .init(text: "Label \(place)", anchor: anchor, area: PageBox.empty)
            })
        let boxes = placement.placed.map(\.box)
        #expect(boxes.count > 5)
        #expect(boxes.allSatisfy(frame.contains))
        for (place, box) in boxes.enumerated() {
            #expect(!boxes.dropFirst(place + 1).contains { $0.intersects(box) })
        }
    }

    @Test func `London is drawn a second time only where it is a small part of the map`() {
        var map = map([1, 2, 3])
        for place in [0, 1] { map.areas[place].code = "E0900000\(place)" }
        let london = MapScene(map)
        #expect(MapPage(map, scene: london, colouring: MapColouring(map, areas: [0, 1, 2])).insetFrame == nil)
        map.areas[2].shape.positions = map.areas[2].shape.positions.map {
            Position(longitude: $0.longitude - 5, latitude: $0.latitude + 3)
        }
        let country = MapScene(map)
        #expect(MapPage(map, scene: country, colouring: MapColouring(map, areas: [0, 1, 2])).insetFrame != nil)
    }

    @Test func `an area that lies nowhere is not drawn and not counted`() {
        var map = map([1, 2])
        map.areas[0].shape.positions[2].latitude = .nan
        let svg = map.svg
        #expect(!svg.contains("E07000000\""))
        #expect(svg.contains("E07000001\""))
    }

    @Test(arguments: [ChoroplethMap.Style.boundaries, .hexagons])
    func `a map without areas is still a picture`(style: ChoroplethMap.Style) {
        #expect(XMLParser(data: Data(map([], style: style).svg.utf8)).parse())
    }

    @Test(arguments: [
        ("South Tyneside", "S Tyn"), ("North East Derbyshire", "NE De"), ("Kingston upon Hull, City of", "K Hull"),
        ("Leeds", "Leeds"), ("City of London", "C Lon"),
    ])
    func `hexagons name their areas in few letters`(name: String, label: String) {
        #expect(hexagonLabel(name, size: 10, width: 34) == label)
    }
}
