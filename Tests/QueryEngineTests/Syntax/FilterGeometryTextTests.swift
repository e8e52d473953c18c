import GeographyModel
import QueryEngine
import Testing

/// Well-Known Text by itself.
struct FilterGeometryTextTests {
    @Test(
        "Each type of geometry is read and printed",
        arguments: [
            ("point(1 2)", "POINT(1 2)"), ("POINT Z (1 2 -3.5)", "POINT Z(1 2 -3.5)"),
            ("PointZ(1 2 3)", "POINT Z(1 2 3)"),
            ("POINT(1 2 3)", "POINT Z(1 2 3)"), ("LINESTRING(1 2,3 4 5)", "LINESTRING(1 2, 3 4 5)"),
            ("POLYGON((0 0,4 0,4 4,0 0),(1 1,2 1,2 2,1 1))", "POLYGON((0 0, 4 0, 4 4, 0 0), (1 1, 2 1, 2 2, 1 1))"),
            ("MULTIPOINT((1 2),3 4)", "MULTIPOINT(1 2, 3 4)"),
            ("MULTILINESTRING((1 2,3 4))", "MULTILINESTRING((1 2, 3 4))"),
            ("MULTIPOLYGON(((0 0,4 0,4 4,0 0)))", "MULTIPOLYGON(((0 0, 4 0, 4 4, 0 0)))"),
            (
                "GEOMETRYCOLLECTION(POINT(1 2), LINESTRING(+1 2,3 4))",
                "GEOMETRYCOLLECTION(POINT(1 2), LINESTRING(1 2, 3 4))"
            ),
        ])
    func types(_ wkt: String, _ printed: String) throws {
        let geometry = try FilterGeometry(wkt: wkt)
        #expect(geometry.wkt == printed)
        #expect(try FilterGeometry(wkt: printed) == geometry)
    }

    @Test(
        "What is no geometry is refused",
        arguments: [
            ("", "The end of the geometry comes at character 1 where a geometry was expected."),
            ("BBOX(1,2,3,4)", "The geometry has \"BBOX\" at character 1 where a geometry was expected."),
            ("POINT(1 2) x", "The geometry has \"x\" at character 12 where the end of the geometry was expected."),
            ("POINT(1 2", "The end of the geometry comes at character 10 where \")\" was expected."),
            ("POINT(1 1e999)", "The geometry has a number that is too large at character 9."),
            ("POINT 1 2", "The geometry has \"1\" at character 7 where \"(\" was expected."),
            ("GEOMETRYCOLLECTION EMPTY", "\"EMPTY\" at character 20 where the list of places was expected."),
        ])
    func errors(_ wkt: String, _ message: String) throws {
        let error = #expect(throws: GeodataError.self) { try FilterGeometry(wkt: wkt) }
        #expect(error?.code == .invalidFilter)
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    }
}
