import FeatureFormats
import Foundation
import GeographyModel
import TestSupport
import Testing

@Suite struct FeatureEncoderTests {
    private static let header = CollectionHeader(
        name: "low-health-literacy", boundingBox: BoundingBox(west: 0, south: 0, east: 1, north: 1),
        numberOfFeatures: 2, members: [Property("numberMatched", .integer(309))], notes: Samples.notes,
        attribution: "© Crown copyright")
    private static let point = FeatureGeometry.point(Position(longitude: 0.035_3, latitude: 51.525_1))

    @Test(
        arguments: [
            ("areas.geojson", GeoJSONEncoder(), .multiPolygon(Samples.wrongWayRound)),
            ("points.geojson", GeoJSONEncoder(), point),
            ("areas.geojsons", GeoJSONTextSequenceEncoder(), .multiPolygon(Samples.wrongWayRound)),
            ("points.csv", CSVFeatureEncoder(), point), ("attributes.csv", CSVFeatureEncoder(), nil),
            ("areas.hexjson", HexJSONEncoder(), nil), ("fingertips.csv", FingertipsEncoder(), nil),
        ] as [(String, any FeatureEncoder, FeatureGeometry?)])
    func `a collection is written as its golden has it`(
        golden: String, encoder: any FeatureEncoder, geometry: FeatureGeometry?
    ) {
        var encoder = encoder
        let text = encoder.text(Samples.features(geometry), header: Self.header)
        #expect(Golden(golden).difference(from: text) == nil)
    }

    @Test func `rings run by the right-hand rule whatever way the input runs`() throws {
        var encoder = GeoJSONEncoder()
        let text = encoder.text(
            Samples.features(.multiPolygon(Samples.wrongWayRound)).prefix(1), header: CollectionHeader(name: "x"))
        let rings = try #require(try coordinates(in: text).first)
        let areas = rings.map { ring in
            zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0[0] * $1.1[1] - $1.1[0] * $1.0[1] }
        }
        #expect(areas == [2, -0.125])
        #expect(rings.allSatisfy { $0.first == $0.last && $0.count == 5 })
    }

    private func coordinates(in geoJSON: String) throws -> [[[[Double]]]] {
        struct Collection: Decodable {
            struct Item: Decodable {
                struct Shape: Decodable { var coordinates: [[[[Double]]]] }
                var geometry: Shape
            }
            var features: [Item]
        }
        let collection = try JSONDecoder().decode(Collection.self, from: Data(geoJSON.utf8))
        return try #require(collection.features.first).geometry.coordinates
    }

    @Test(arguments: [
        (
            "encoded", FeatureGeometry.encoded(Array(#"{"type":"Point", "coordinates":[1.50,2]}"#.utf8), .empty),
            #"{"type":"Point", "coordinates":[1.50,2]}"#
        ),
        ("empty", .multiPolygon(MultiPolygon()), "null"),
        ("nowhere", .point(Position(longitude: .nan, latitude: 51)), "null"),
    ])
    func `a geometry that is not drawn from positions`(label: String, geometry: FeatureGeometry, text: String) {
        var buffer = TextBuffer()
        buffer.appendGeoJSON(geometry)
        #expect(buffer.text == text, "\(label)")
    }

    @Test(arguments: [GeoJSONEncoder(), HexJSONEncoder()] as [any FeatureEncoder])
    func `a collection without features is a JSON object`(encoder: any FeatureEncoder) throws {
        var encoder = encoder
        let text = encoder.text([], header: CollectionHeader(name: "none", boundingBox: .empty))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(object["bbox"] == nil)
        #expect(object["name"] as? String == "none")
    }

    @Test func `HexJSON counts the features that have no hexagon`() {
        var encoder = HexJSONEncoder()
        _ = encoder.text(Samples.features(nil), header: Self.header)
        #expect(encoder.leftOut == 1)
    }

    @Test(arguments: [
        ("year", PropertyValue.text("2011"), "20110000"), ("financial year", .text("2022/23"), "20220000"),
        ("whole number", .integer(2015), "20150000"), ("no year", .text("Q1 2022"), ""), ("nothing", .null, ""),
    ])
    func `a Fingertips row is sorted by the year that its time period begins with`(
        label: String, period: PropertyValue, key: String
    ) throws {
        var encoder = FingertipsEncoder()
        let feature = Feature(id: "a", geometry: nil, properties: [Property("time_period", period)])
        let text = encoder.text([feature], header: Self.header)
        let rows = text.components(separatedBy: "\r\n").map { $0.components(separatedBy: ",") }
        let place = try #require(rows[0].firstIndex(of: "Time period Sortable"))
        #expect(rows[1][place] == key, "\(label)")
        #expect(rows[0].count == 27 && rows[1].count == 27)
    }

    @Test(arguments: [
        ("area_name first", [Property("name", .text("b")), Property("area_name", .text("a"))], "a"),
        ("then name", [Property("name", .text("b"))], "b"), ("then the id", [], "E1"),
    ])
    func `a hexagon is named by the best name there is`(label: String, names: [Property], name: String) {
        var encoder = HexJSONEncoder()
        let place = [Property("hex_q", .integer(0)), Property("hex_r", .integer(0)), Property("q", .integer(9))]
        let text = encoder.text([Feature(id: "E1", geometry: nil, properties: names + place)], header: Self.header)
        #expect(text.contains("\"E1\":{\"n\":\"\(name)\",\"q\":0,\"r\":0"), "\(label)")
        #expect(!text.contains("\"q\":9"), "\(label)")
    }

    @Test func `CSV keeps the columns of the first feature`() {
        var encoder = CSVFeatureEncoder()
        let features = [
            Feature(id: "a", geometry: nil, properties: [Property("x", .integer(1)), Property("y", .integer(2))]),
            Feature(id: "b", geometry: nil, properties: [Property("y", .integer(3)), Property("z", .integer(4))]),
        ]
        #expect(encoder.text(features, header: Self.header) == "x,y\r\n1,2\r\n,3\r\n")
    }
}
