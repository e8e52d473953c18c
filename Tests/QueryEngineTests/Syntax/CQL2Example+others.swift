extension CQL2Example {
    /// Filters with what the examples of the standard leave out.
    static let ofOtherFeatures: [CQL2Example] = [
        CQL2Example(
            "arithmetic", "a + b * 2 ^ c - d / 4 % 3 div e = -5.25E-3",
            """
            {"op":"=","args":[{"op":"-","args":[{"op":"+","args":[{"property":"a"},{"op":"*","args":[{"property":"b"},
            {"op":"^","args":[2,{"property":"c"}]}]}]},{"op":"div","args":[{"op":"%","args":[{"op":"/","args":
            [{"property":"d"},4]},3]},{"property":"e"}]}]},-0.00525]}
            """),
        CQL2Example(
            "a minus before a name", "-a < 1", #"{"op":"<","args":[{"op":"*","args":[-1,{"property":"a"}]},1]}"#),
        CQL2Example("signs before a number", "a = - - -.5", #"{"op":"=","args":[{"property":"a"},-0.5]}"#),
        CQL2Example(
            "IS NOT NULL", "a IS NOT NULL", #"{"op":"not","args":[{"op":"isNull","args":[{"property":"a"}]}]}"#),
        CQL2Example(
            "NULL of a condition", "a = 1 IS NULL",
            #"{"op":"isNull","args":[{"op":"=","args":[{"property":"a"},1]}]}"#),
        CQL2Example(
            "pattern in functions", "CASEI(a) NOT LIKE accenti(CaseI('x%'))",
            """
            {"op":"not","args":[{"op":"like","args":[{"op":"casei","args":[{"property":"a"}]},
            {"op":"accenti","args":[{"op":"casei","args":["x%"]}]}]}]}
            """),
        CQL2Example(
            "points in both forms", "S_EQUALS(MULTIPOINT((1 2),(3 4)), multipoint(1 2, 3 4))",
            """
            {"op":"s_equals","args":[{"type":"MultiPoint","coordinates":[[1,2],[3,4]]},
            {"type":"MultiPoint","coordinates":[[1,2],[3,4]]}]}
            """),
        CQL2Example(
            "collection with heights",
            "S_TOUCHES(g,GeometryCollection Z(POINTZ(1 2 3),LINESTRING(1 2 3,4 5),GeometryCollection(POINT(7 8))))",
            """
            {"op":"s_touches","args":[{"property":"g"},{"type":"GeometryCollection","geometries":[
            {"type":"Point","coordinates":[1,2,3]},{"type":"LineString","coordinates":[[1,2,3],[4,5]]},
            {"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[7,8]}]}]}]}
            """),
        CQL2Example(
            "lines and polygons of several parts",
            "S_CROSSES(MULTILINESTRING((0 0,1 1),(2 2,3 3)), MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5))))",
            """
            {"op":"s_crosses","args":[{"type":"MultiLineString","coordinates":[[[0,0],[1,1]],[[2,2],[3,3]]]},
            {"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]}]}
            """),
        CQL2Example(
            "box with heights", "S_DISJOINT(g, BBOX(170,-10,0,-170,10,50))",
            #"{"op":"s_disjoint","args":[{"property":"g"},{"bbox":[170,-10,0,-170,10,50]}]}"#),
        CQL2Example(
            "open interval", "T_FinishedBy(INTERVAL('..', '2024-02-29'), INTERVAL(since(a), '2024-02-29T00:00:00.5Z'))",
            """
            {"op":"t_finishedBy","args":[{"interval":["..","2024-02-29"]},
            {"interval":[{"op":"since","args":[{"property":"a"}]},"2024-02-29T00:00:00.5Z"]}]}
            """),
        CQL2Example(
            "instants compared", "updated >= DATE('2024-01-31') AND updated < timestamp('2024-02-01t00:00:00z')",
            """
            {"op":"and","args":[{"op":">=","args":[{"property":"updated"},{"date":"2024-01-31"}]},
            {"op":"<","args":[{"property":"updated"},{"timestamp":"2024-02-01T00:00:00Z"}]}]}
            """),
        CQL2Example(
            "lists", "A_CONTAINS(tags, ()) OR A_ContainedBy((('a', 1), (2)), ((x)))",
            """
            {"op":"or","args":[{"op":"a_contains","args":[{"property":"tags"},[]]},
            {"op":"a_containedBy","args":[[["a",1],[2]],[[{"property":"x"}]]]}]}
            """),
        CQL2Example(
            "groups in lists", "A_OVERLAPS(((1) + 2, ((3)) * 4, (a) = (5)), ((1 + 2) * 3, TRUE))",
            """
            {"op":"a_overlaps","args":[[{"op":"+","args":[1,2]},{"op":"*","args":[3,4]},
            {"op":"=","args":[{"property":"a"},5]}],[{"op":"*","args":[{"op":"+","args":[1,2]},3]},true]]}
            """),
        CQL2Example(
            "functions", "near(g, POINT(1 2), (5), a = 1 AND f()) AND NOT f()",
            """
            {"op":"and","args":[{"op":"near","args":[{"property":"g"},{"type":"Point","coordinates":[1,2]},[5],
            {"op":"and","args":[{"op":"=","args":[{"property":"a"},1]},{"op":"f","args":[]}]}]},
            {"op":"not","args":[{"op":"f","args":[]}]}]}
            """),
        CQL2Example(
            "names", #"date = 1 AND "and" = 2 AND "so ""odd""" = 3 AND Ωmega:x.y_1 = point"#,
            #"""
            {"op":"and","args":[{"op":"=","args":[{"property":"date"},1]},{"op":"=","args":[{"property":"and"},2]},
            {"op":"=","args":[{"property":"so \"odd\""},3]},
            {"op":"=","args":[{"property":"Ωmega:x.y_1"},{"property":"point"}]}]}
            """#),
        CQL2Example(
            "quotes", #"a = 'it''s' OR a = 'it\'s' OR a = '\\'''' OR a = ''"#,
            #"""
            {"op":"or","args":[{"op":"=","args":[{"property":"a"},"it's"]},{"op":"=","args":[{"property":"a"},"it's"]},
            {"op":"=","args":[{"property":"a"},"\\''"]},{"op":"=","args":[{"property":"a"},""]}]}
            """#),
    ]
}
