import GeographyModel
import SourceReaders
import Testing

@Suite struct TopoJSONReaderTests {
    /// Two unit squares side by side that share the arc from (1, 51) to (1, 52).
    private func topology(
        arcs: String = "[[[1,51],[1,52]],[[1,52],[0,52],[0,51],[1,51]],[[1,52],[2,52],[2,51],[1,51]]]",
        objects: String =
            #"{"left":{"type":"GeometryCollection","geometries":[{"type":"Polygon","id":"a","properties":{"n":1},"arcs":[[0,1]]}]},"right":{"type":"MultiPolygon","arcs":[[[-1,-3]]]}}"#,
        members: String = ""
    ) -> String { #"{"type":"Topology",\#(members)"objects":\#(objects),"arcs":\#(arcs)}"# }

    private func corners(_ feature: BoundaryFeature) -> [[Double]] {
        feature.geometry?.positions.map { [$0.longitude, $0.latitude] } ?? []
    }

    @Test func `rings are put together from shared arcs, backwards where the index is negative`() throws {
        let file = try boundaries(topology())
        #expect(file.format == .topoJSON)
        #expect(file.crs == .crs84)
        #expect(file.diagnostics.isEmpty)
        #expect(file.features.map(\.layer) == ["left", "right"])
        #expect(file.features.map(\.id) == ["a", nil])
        #expect(file.features[0].properties == [Property("n", .integer(1))])
        #expect(corners(file.features[0]) == [[1, 51], [1, 52], [0, 52], [0, 51], [1, 51]])
        #expect(corners(file.features[1]) == [[1, 52], [1, 51], [2, 51], [2, 52], [1, 52]])
    }

    @Test func `quantised arcs are undone by differences, scale and translation`() throws {
        let quantised = topology(
            arcs: "[[[2,0],[0,2]],[[2,2],[-2,0],[0,-2],[2,0]],[[2,2],[2,0],[0,-2],[-2,0]]]",
            members: #""transform":{"scale":[0.5,0.5],"translate":[0,51]},"#)
        let plain = try boundaries(topology())
        let file = try boundaries(quantised)
        #expect(file.features.map(\.geometry) == plain.features.map(\.geometry))
    }

    @Test func `decimal steps give the decimals that were meant`() throws {
        let quantised = topology(
            arcs: "[[[5161651,0],[0,1]],[[5161651,1],[-1,0],[0,-1],[1,0]],[[5161651,1],[1,0],[0,-1],[-1,0]]]",
            members: #""transform":{"scale":[1e-06,1e-06],"translate":[-6.4027,49.866939]},"#)
        let corner = try #require(try boundaries(quantised).features[0].geometry?.positions.first)
        #expect(corner == Position(longitude: -1.241049, latitude: 49.866939))
        // The formula as it stands gives a neighbour of that number.
        #expect(5_161_651 * 1e-6 + -6.4027 != -1.241049)
    }

    @Test(arguments: [
        ("no such arc", #"{"type":"Polygon","arcs":[[0,9]]}"#, "bad-arc"),
        ("no such arc backwards", #"{"type":"Polygon","arcs":[[-9]]}"#, "bad-arc"),
        ("least integer", #"{"type":"Polygon","arcs":[[-9223372036854775808]]}"#, "bad-arc"),
        ("fraction", #"{"type":"Polygon","arcs":[[0.5]]}"#, "bad-arc"),
        ("text", #"{"type":"Polygon","arcs":[["0"]]}"#, "bad-nesting"),
        ("too flat", #"{"type":"Polygon","arcs":[0,1]}"#, "bad-nesting"),
        ("one arc", #"{"type":"Polygon","arcs":[[0]]}"#, "short-ring"),
        ("no arcs", #"{"type":"Polygon"}"#, "missing-coordinates"), ("null", #"{"type":null}"#, "null-geometry"),
        ("line", #"{"type":"LineString","arcs":[0]}"#, "unsupported-geometry"),
        ("point", #"{"type":"Point","coordinates":[0,0]}"#, "unsupported-geometry"),
        ("number", "1", "not-a-feature"),
    ])
    func `a geometry that is no area is left out and named`(label: String, geometry: String, code: String) throws {
        let objects =
            #"{"all":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[0,1]]},\#(geometry)]}}"#
        let file = try boundaries(topology(objects: objects))
        #expect(file.features.map(\.number) == [1])
        #expect(file.diagnostics.map(\.code) == [code])
        #expect(file.diagnostics.first?.row == 2)
    }

    @Test func `an arc with a position that is no position fails only those who use it`() throws {
        let file = try boundaries(
            topology(arcs: "[[[1,51],[1,52]],[[1,52],[0],[0,51],[1,51]],[[1,52],[2,52],[2,51],[1,51]]]"))
        #expect(file.features.map(\.layer) == ["right"])
        #expect(file.diagnostics.map(\.code) == ["bad-position"])
    }

    @Test func `arcs that are repeated to fill memory are refused`() {
        let arc = "[" + (0..<2000).map { "[\($0 % 2),51]" }.joined(separator: ",") + "]"
        let ring = Array(repeating: "0", count: 1000).joined(separator: ",")
        let text = topology(arcs: "[\(arc)]", objects: #"{"bomb":{"type":"Polygon","arcs":[[\#(ring)]]}}"#)
        #expect(geodataError { _ = try boundaries(text) }?.code == .inputMalformed)
    }

    @Test(arguments: [
        #"{"type":"Topology"}"#, #"{"type":"Topology","objects":{}}"#, #"{"type":"Topology","objects":[],"arcs":[]}"#,
        #"{"type":"Topology","objects":{},"arcs":[1]}"#,
    ])
    func `a topology without its parts is refused`(text: String) {
        #expect(geodataError { _ = try boundaries(text) }?.code == .inputMalformed)
    }
}
