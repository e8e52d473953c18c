import BoundaryTopology
import GeographyModel
import Testing

@Suite struct TopoJSONWriterTests {
    private func text(
        _ areas: [MultiPolygon], layers: [TopoJSONWriter.Layer], stepsPerDegree: Int = 1000
    ) throws -> String {
        let writer = TopoJSONWriter(network: try ArcNetwork(areas), stepsPerDegree: stepsPerDegree)
        return String(decoding: writer.document(layers: layers), as: UTF8.self)
    }

    private func item(_ id: String, _ area: Int, _ properties: [Property] = []) -> TopoJSONWriter.Item {
        .init(id: id, properties: properties, area: area)
    }

    @Test func `layers share their arcs, quantised and as differences`() throws {
        let areas = [
            shape([square(-4, 2, side: 2)]), shape([square(-2, 2, side: 2)], [square(5, 0, side: 1)]),
        ]
        let result = try text(
            areas,
            layers: [
                .init("districts", items: [item("W", 0, [Property("name", .text("West"))]), item("E", 1)]),
                .init("regions", items: [item("R", 0)]),
            ])
        // Worked by hand from the specification: arc 0 is the border, 1 and 2 the other sides of west and east.
        #expect(
            result == """
                {"type":"Topology","bbox":[-0.004,0,0.006,0.004],\
                "transform":{"scale":[0.001,0.001],"translate":[-0.004,0]},\
                "objects":{"districts":{"type":"GeometryCollection","geometries":[\
                {"type":"Polygon","arcs":[[0,1]],"id":"W","properties":{"name":"West"}},\
                {"type":"MultiPolygon","arcs":[[[2,-1]],[[3]]],"id":"E","properties":{}}]},\
                "regions":{"type":"GeometryCollection","geometries":[\
                {"type":"Polygon","arcs":[[0,1]],"id":"R","properties":{}}]}},\
                "arcs":[[[2,2],[0,2]],[[2,4],[-2,0],[0,-2],[2,0]],[[2,2],[2,0],[0,2],[-2,0]],\
                [[9,0],[1,0],[0,1],[-1,0],[0,-1]]]}
                """)
    }

    @Test func `arcs that no layer uses are left out and the others renumbered`() throws {
        let areas = [shape([square(0, 0, side: 2)]), shape([square(5, 5, side: 2)])]
        let result = try text(areas, layers: [.init("l", items: [item("b", 1)])])
        #expect(result.contains("\"arcs\":[[0]]"))
        #expect(result.hasSuffix("\"arcs\":[[[0,0],[2,0],[0,2],[-2,0],[0,-2]]]}"))
    }

    @Test func `an area without a polygon is a null geometry`() throws {
        let result = try text([MultiPolygon()], layers: [.init("l", items: [item("a", 0)])])
        #expect(
            result == """
                {"type":"Topology","objects":{"l":{"type":"GeometryCollection","geometries":[\
                {"type":null,"id":"a","properties":{}}]}},"arcs":[]}
                """)
    }

    @Test(
        arguments: [
            (.null, "null"), (.boolean(true), "true"), (.integer(-12), "-12"), (.number(0.5), "0.5"), (.number(3), "3"),
            (.number(.nan), "null"), (.text("a\"b\\c\n\u{1F}é"), #""a\"b\\c\u000a\u001fé""#),
            (.array([.integer(1), .null]), "[1,null]"), (.object([Property("a", .integer(1))]), #"{"a":1}"#),
        ] as [(PropertyValue, String)])
    func `properties are written as JSON`(value: PropertyValue, expected: String) throws {
        let result = try text(
            [MultiPolygon()], layers: [.init("l", items: [item("a", 0, [Property("p", value)])])])
        #expect(result.contains("\"properties\":{\"p\":\(expected)}"))
    }
}
