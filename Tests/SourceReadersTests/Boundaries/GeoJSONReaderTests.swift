import GeographyModel
import SourceReaders
import Testing

@Suite struct GeoJSONReaderTests {
    @Test func `a feature keeps its number, identifier, scalars and ground`() throws {
        let file = try boundaries(
            """
            {"type":"FeatureCollection","name":"x","features":[
            {"type":"Feature","id":7,"properties":{"code":"E09000001","people":8618,"share":0.5,"big":1e400,
             "is_city":true,"note":null,"list":[1],"object":{"a":1}},"geometry":\(square)},
            {"type":"Feature","id":"b","properties":null,"geometry":{"type":"MultiPolygon","coordinates":
             [[[[0,51],[1,51,9],[1,52],[0,51]],[[0.5,51.1],[0.6,51.1],[0.6,51.2],[0.5,51.1]]],[[[2,51],[3,51],[3,52],[2,51]]]]}}
            ]}
            """)
        #expect(file.format == .geoJSON)
        #expect(file.crs == .crs84)
        #expect(file.diagnostics.isEmpty)
        #expect(file.features.map(\.number) == [1, 2])
        #expect(file.features.map(\.id) == ["7", "b"])
        #expect(
            file.features[0].properties == [
                Property("code", .text("E09000001")), Property("people", .integer(8618)),
                Property("share", .number(0.5)),
                Property("big", .null), Property("is_city", .boolean(true)), Property("note", .null),
            ])
        #expect(file.features[0].property(named: ["LAD24CD", "CODE"]) == .text("E09000001"))
        let second = try #require(file.features[1].geometry)
        #expect(second.ringEnds == [4, 8, 12])
        #expect(second.polygonEnds == [2, 3])
        #expect(second.positions[1] == Position(longitude: 1, latitude: 51))
    }

    @Test(arguments: [
        ("feature", #"{"type":"Feature","properties":{},"geometry":\#(square)}"#), ("geometry", square),
        (
            "type last",
            #"{"features":[{"geometry":{"coordinates":[[[0,51],[1,51],[1,52],[0,51]]],"type":"Polygon"},"type":"Feature"}],"type":"FeatureCollection"}"#
        ),
        ("byte order mark", "\u{FEFF}" + collection([square])),
        ("white space", "\n\t " + collection([square]) + "\r\n "),
    ])
    func `every form of GeoJSON is taken`(label: String, text: String) throws {
        let file = try boundaries(text)
        #expect(file.format == .geoJSON)
        #expect(file.features.count == 1)
        #expect(file.features[0].geometry?.polygonEnds.count == 1)
        #expect(file.diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("null", "null", "null-geometry"), ("point", #"{"type":"Point","coordinates":[0,51]}"#, "unsupported-geometry"),
        ("line", #"{"type":"LineString","coordinates":[[0,51],[1,52]]}"#, "unsupported-geometry"),
        ("collection", #"{"type":"GeometryCollection","geometries":[]}"#, "unsupported-geometry"),
        ("no type", #"{"coordinates":[]}"#, "unsupported-geometry"),
        ("no coordinates", #"{"type":"Polygon"}"#, "missing-coordinates"),
        ("null coordinates", #"{"type":"Polygon","coordinates":null}"#, "missing-coordinates"),
        ("empty polygon", #"{"type":"Polygon","coordinates":[]}"#, "missing-coordinates"),
        ("empty multipolygon", #"{"type":"MultiPolygon","coordinates":[]}"#, "missing-coordinates"),
        ("empty ring", polygon("[]"), "short-ring"),
        ("three positions", polygon("[[0,51],[1,51],[0,51]]"), "short-ring"),
        ("two open positions", polygon("[[0,51],[1,51]]"), "short-ring"),
        ("infinite", polygon("[[0,51],[1,1e400],[1,52],[0,51]]"), "bad-position"),
        ("one number", polygon("[[0,51],[1],[1,52],[0,51]]"), "bad-position"),
        ("text", polygon("[[0,51],[\"1\",51],[1,52],[0,51]]"), "bad-position"),
        ("null number", polygon("[[0,51],[1,null],[1,52],[0,51]]"), "bad-position"),
        ("NaN", polygon("[[0,51],[NaN,51],[1,52],[0,51]]"), "bad-position"),
        ("-Infinity", polygon("[[0,51],[1,-Infinity],[1,52],[0,51]]"), "bad-position"),
        ("too deep", #"{"type":"Polygon","coordinates":[[[[0,51],[1,51],[1,52],[0,51]]]]}"#, "bad-nesting"),
        ("too flat", #"{"type":"MultiPolygon","coordinates":[[[0,51],[1,51],[1,52],[0,51]]]}"#, "bad-nesting"),
        ("object inside", polygon("[{},[1,51],[1,52],[0,51]]"), "bad-nesting"),
    ])
    func `a feature that is no area is left out and named`(label: String, geometry: String, code: String) throws {
        let file = try boundaries(collection([square, geometry, square]))
        #expect(file.features.map(\.number) == [1, 3])
        #expect(file.diagnostics.map(\.code) == [code])
        #expect(file.diagnostics.first?.row == 2)
        #expect(file.diagnostics.first?.severity == .error)
        #expect(file.diagnostics.first?.remedy != nil)
    }

    @Test func `an open ring is closed with a warning`() throws {
        let file = try boundaries(collection([polygon("[[0,51],[1,51],[1,52]]")]))
        let geometry = try #require(file.features.first?.geometry)
        #expect(geometry.positions.count == 4)
        #expect(geometry.positions.first == geometry.positions.last)
        #expect(file.diagnostics.map(\.code) == ["unclosed-ring"])
        #expect(file.diagnostics.first?.severity == .warning)
    }

    @Test func `a property that stands twice keeps its last value, with a warning`() throws {
        let features = (0..<2).map {
            #"{"type":"Feature","properties":{"a":\#($0),"b":1,"a":9},"geometry":\#(square)}"#
        }
        let file = try boundaries(#"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#)
        #expect(
            file.features.map(\.properties)
                == Array(repeating: [Property("a", .integer(9)), Property("b", .integer(1))], count: 2))
        #expect(file.diagnostics.map(\.code) == ["duplicate-member", "duplicate-member"])
    }

    @Test(arguments: [("number", "1"), ("null", "null"), ("geometry", square), ("no type", "{}")])
    func `an element that is no feature is left out`(label: String, element: String) throws {
        let file = try boundaries(#"{"type":"FeatureCollection","features":[\#(element)]}"#)
        #expect(file.features.isEmpty)
        #expect(file.diagnostics.map(\.code) == ["not-a-feature"])
    }

    @Test func `an empty collection is warned of`() throws {
        #expect(try boundaries(collection([])).diagnostics.map(\.code) == ["no-features"])
    }

    @Test(arguments: [
        ("array", "[]"), ("number", "1"), ("csv", "code,name\n"), ("other JSON", #"{"a":1}"#),
        ("no list", #"{"type":"FeatureCollection"}"#),
        ("two lists", #"{"type":"FeatureCollection","features":[],"features":[]}"#),
        ("text after", collection([square]) + "x"),
        ("depth bomb", #"{"type":"FeatureCollection","features":"# + String(repeating: "[", count: 100_000)),
        ("coordinate bomb", collection([polygon(String(repeating: "[", count: 100_000))])),
        ("lone surrogate", collection([square], members: #""name":"\ud800","type":"\ud800","#)),
    ])
    func `a file that is no boundary file is refused`(label: String, text: String) {
        #expect(geodataError { _ = try boundaries(text) }?.code == .inputMalformed)
    }

    @Test(arguments: [
        ("newline-delimited", "\n", ""), ("text sequence", "\n\u{1E}", "\u{1E}"), ("no line ends", "", ""),
        ("blank lines", "\r\n\r\n", "\u{1E}\n"),
    ])
    func `a sequence of features is one file`(label: String, between: String, before: String) throws {
        let feature = #"{"type":"Feature","properties":{"a":1},"geometry":\#(square)}"#
        let file = try boundaries(before + feature + between + feature + between)
        #expect(file.format == .geoJSONSequence)
        #expect(file.features.map(\.number) == [1, 2])
    }

    @Test func `progress ends at the total`() throws {
        var calls: [(Int, Int)] = []
        let text = collection(Array(repeating: square, count: 20_000))
        _ = try BoundaryReader.read(bytes: Array(text.utf8), file: "test.json") { calls.append(($0, $1)) }
        #expect(calls.count >= 3)
        #expect(calls.map(\.0) == calls.map(\.0).sorted())
        #expect(calls.last?.0 == text.utf8.count && calls.last?.1 == text.utf8.count)
    }
}
