import Testing

/// A filter in both encodings of CQL2, which say the same.
struct CQL2Example: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    var json: String

    init(_ name: String, _ text: String, _ json: String) {
        self.name = name
        self.text = text
        self.json = json
    }

    var testDescription: String { name }
}

extension CQL2Example {
    /// The examples of the standard with their numbers: OGC 21-065r2, "Common Query Language (CQL2)", schema/examples.
    static let ofTheStandard: [CQL2Example] = [
        CQL2Example(
            "01", "landsat:scene_id = 'LC82030282019133LGN00'",
            #"{"op":"=", "args":[{"property":"landsat:scene_id"}, "LC82030282019133LGN00"]}"#),
        CQL2Example(
            "02", "eo:instrument LIKE 'OLI%'", #"{"op":"like", "args":[{"property":"eo:instrument"}, "OLI%"]}"#),
        CQL2Example(
            "03", "landsat:wrs_path IN ('153','154','15X')",
            #"{"op":"in", "args":[{"property":"landsat:wrs_path"}, ["153", "154", "15X"]]}"#),
        CQL2Example(
            "04", "eo:cloud_cover < 0.1 AND landsat:wrs_row=28 AND landsat:wrs_path=203",
            #"""
            {"op":"and", "args":[{"op":"<", "args":[{"property":"eo:cloud_cover"}, 0.1]}, {"op":"=",
            "args":[{"property":"landsat:wrs_row"}, 28]}, {"op":"=", "args":[{"property":"landsat:wrs_path"},
            203]}]}
            """#),
        CQL2Example(
            "05a", "eo:cloud_cover=0.1 OR eo:cloud_cover=0.2",
            #"""
            {"op":"or", "args":[{"op":"=", "args":[{"property":"eo:cloud_cover"}, 0.1]}, {"op":"=",
            "args":[{"property":"eo:cloud_cover"}, 0.2]}]}
            """#),
        CQL2Example(
            "05b", "eo:cloud_cover IN (0.1,0.2)", #"{"op":"in", "args":[{"property":"eo:cloud_cover"}, [0.1, 0.2]]}"#),
        CQL2Example(
            "06a",
            """
                eo:cloud_cover BETWEEN 0.1 AND 0.2
            AND landsat:wrs_row=28
            AND landsat:wrs_path=203
            """,
            #"""
            {"op":"and", "args":[{"op":"between", "args":[{"property":"eo:cloud_cover"}, 0.1, 0.2]}, {"op":"=",
            "args":[{"property":"landsat:wrs_row"}, 28]}, {"op":"=", "args":[{"property":"landsat:wrs_path"},
            203]}]}
            """#),
        CQL2Example(
            "06b",
            """
                eo:cloud_cover >= 0.1
            AND eo:cloud_cover <= 0.2
            AND landsat:wrs_row=28
            AND landsat:wrs_path=203
            """,
            #"""
            {"op":"and", "args":[{"op":">=", "args":[{"property":"eo:cloud_cover"}, 0.1]}, {"op":"<=",
            "args":[{"property":"eo:cloud_cover"}, 0.2]}, {"op":"=", "args":[{"property":"landsat:wrs_row"}, 28]},
            {"op":"=", "args":[{"property":"landsat:wrs_path"}, 203]}]}
            """#),
        CQL2Example(
            "07",
            """
            eo:instrument LIKE 'OLI%'
                            AND S_INTERSECTS(footprint,POLYGON((43.5845 -79.5442,
                                                                43.6079 -79.4893,
                                                                43.5677 -79.4632,
                                                                43.6129 -79.3925,
                                                                43.6223 -79.3238,
                                                                43.6576 -79.3163,
                                                                43.7945 -79.1178,
                                                                43.8144 -79.1542,
                                                                43.8555 -79.1714,
                                                                43.7509 -79.6390,
                                                                43.5845 -79.5442)))
            """,
            #"""
            {"op":"and", "args":[{"op":"like", "args":[{"property":"eo:instrument"}, "OLI%"]}, {"op":"s_intersects",
            "args":[{"property":"footprint"}, {"type":"Polygon", "coordinates":[[[43.5845, -79.5442], [43.6079,
            -79.4893], [43.5677, -79.4632], [43.6129, -79.3925], [43.6223, -79.3238], [43.6576, -79.3163], [43.7945,
            -79.1178], [43.8144, -79.1542], [43.8555, -79.1714], [43.7509, -79.639], [43.5845, -79.5442]]]}]}]}
            """#),
        CQL2Example(
            "08",
            """
                beamMode='ScanSAR Narrow'
            AND swathDirection='ascending'
            AND polarization='HH+VV+HV+VH'
            AND s_intersects(footprint,POLYGON((-77.117938 38.936860,
                                                -77.040604 39.995648,
                                                -76.910536 38.892912,
                                                -77.039359 38.791753,
                                                -77.047906 38.841462,
                                                -77.034183 38.840655,
                                                -77.033142 38.857490,
                                                -77.117938 38.936860)))
            """,
            #"""
            {"op":"and", "args":[{"op":"=", "args":[{"property":"beamMode"}, "ScanSAR Narrow"]}, {"op":"=",
            "args":[{"property":"swathDirection"}, "ascending"]}, {"op":"=", "args":[{"property":"polarization"},
            "HH+VV+HV+VH"]}, {"op":"s_intersects", "args":[{"property":"footprint"}, {"type":"Polygon",
            "coordinates":[[[-77.117938, 38.93686], [-77.040604, 39.995648], [-76.910536, 38.892912], [-77.039359,
            38.791753], [-77.047906, 38.841462], [-77.034183, 38.840655], [-77.033142, 38.85749], [-77.117938,
            38.93686]]]}]}]}
            """#),
        CQL2Example(
            "09", "floors>5", #"{"op":">", "args":[{"property":"floors"}, 5]}"#),
        CQL2Example(
            "10", "taxes <= 500", #"{"op":"<=", "args":[{"property":"taxes"}, 500]}"#),
        CQL2Example(
            "11", "owner LIKE '%Jones%'", #"{"op":"like", "args":[{"property":"owner"}, "%Jones%"]}"#),
        CQL2Example(
            "12", "owner LIKE 'Mike%'", #"{"op":"like", "args":[{"property":"owner"}, "Mike%"]}"#),
        CQL2Example(
            "13", "owner NOT LIKE '%Mike%'",
            #"{"op":"not", "args":[{"op":"like", "args":[{"property":"owner"}, "%Mike%"]}]}"#),
        CQL2Example(
            "14", "swimming_pool = true", #"{"op":"=", "args":[{"property":"swimming_pool"}, true]}"#),
        CQL2Example(
            "15", "floors>5 AND swimming_pool=true",
            #"""
            {"op":"and", "args":[{"op":">", "args":[{"property":"floors"}, 5]}, {"op":"=",
            "args":[{"property":"swimming_pool"}, true]}]}
            """#),
        CQL2Example(
            "16",
            """
            swimming_pool=true AND (floors>5
                                OR  material LIKE 'brick%'
                                OR  material LIKE '%brick')
            """,
            #"""
            {"op":"and", "args":[{"op":"=", "args":[{"property":"swimming_pool"}, true]}, {"op":"or",
            "args":[{"op":">", "args":[{"property":"floors"}, 5]}, {"op":"like", "args":[{"property":"material"},
            "brick%"]}, {"op":"like", "args":[{"property":"material"}, "%brick"]}]}]}
            """#),
        CQL2Example(
            "17", "(floors>5 AND material='brick') OR swimming_pool=true",
            #"""
            {"op":"or", "args":[{"op":"and", "args":[{"op":">", "args":[{"property":"floors"}, 5]}, {"op":"=",
            "args":[{"property":"material"}, "brick"]}]}, {"op":"=", "args":[{"property":"swimming_pool"}, true]}]}
            """#),
        CQL2Example(
            "18", "NOT (floors<5) OR swimming_pool=true",
            #"""
            {"op":"or", "args":[{"op":"not", "args":[{"op":"<", "args":[{"property":"floors"}, 5]}]}, {"op":"=",
            "args":[{"property":"swimming_pool"}, true]}]}
            """#),
        CQL2Example(
            "19", "(owner LIKE 'mike%' OR owner LIKE 'Mike%') AND floors<4",
            #"""
            {"op":"and", "args":[{"op":"or", "args":[{"op":"like", "args":[{"property":"owner"}, "mike%"]},
            {"op":"like", "args":[{"property":"owner"}, "Mike%"]}]}, {"op":"<", "args":[{"property":"floors"}, 4]}]}
            """#),
        CQL2Example(
            "20", "T_BEFORE(built, DATE('2015-01-01'))",
            #"{"op":"t_before", "args":[{"property":"built"}, {"date":"2015-01-01"}]}"#),
        CQL2Example(
            "21", "T_AFTER(built,DATE('2012-06-05'))",
            #"{"op":"t_after", "args":[{"property":"built"}, {"date":"2012-06-05"}]}"#),
        CQL2Example(
            "22", "T_DURING(INTERVAL(starts_at, ends_at), INTERVAL('2017-06-10T07:30:00Z', '2017-06-11T10:30:00Z'))",
            #"""
            {"op":"t_during", "args":[{"interval":[{"property":"starts_at"}, {"property":"ends_at"}]},
            {"interval":["2017-06-10T07:30:00Z", "2017-06-11T10:30:00Z"]}]}
            """#),
        CQL2Example(
            "23", "S_WITHIN(location,BBOX(-118,33.8,-117.9,34))",
            #"{"op":"s_within", "args":[{"property":"location"}, {"bbox":[-118, 33.8, -117.9, 34]}]}"#),
        CQL2Example(
            "24", "S_INTERSECTS(geometry,POLYGON((-10.0 -10.0,10.0 -10.0,10.0 10.0,-10.0 -10.0)))",
            #"""
            {"op":"s_intersects", "args":[{"property":"geometry"}, {"type":"Polygon", "coordinates":[[[-10, -10],
            [10, -10], [10, 10], [-10, -10]]]}]}
            """#),
        CQL2Example(
            "25", "floors>5 AND S_WITHIN(geometry,BBOX(-118,33.8,-117.9,34))",
            #"""
            {"op":"and", "args":[{"op":">", "args":[{"property":"floors"}, 5]}, {"op":"s_within",
            "args":[{"property":"geometry"}, {"bbox":[-118, 33.8, -117.9, 34]}]}]}
            """#),
        CQL2Example(
            "26", "CASEI(road_class) IN (CASEI('Οδος'),CASEI('Straße'))",
            #"""
            {"op":"in", "args":[{"op":"casei", "args":[{"property":"road_class"}]}, [{"op":"casei",
            "args":["Οδος"]}, {"op":"casei", "args":["Straße"]}]]}
            """#),
        CQL2Example(
            "27", "ACCENTI(etat_vol) = ACCENTI('débárquér')",
            #"""
            {"op":"=", "args":[{"op":"accenti", "args":[{"property":"etat_vol"}]}, {"op":"accenti",
            "args":["débárquér"]}]}
            """#),
        CQL2Example(
            "28", "CASEI(geophys:SURVEY_NAME) LIKE CASEI('%calcutta%')",
            #"""
            {"op":"like", "args":[{"op":"casei", "args":[{"property":"geophys:SURVEY_NAME"}]}, {"op":"casei",
            "args":["%calcutta%"]}]}
            """#),
        CQL2Example(
            "29", #""id" = 'fa7e1920-9107-422d-a3db-c468cbc5d6df'"#,
            #"{"op":"=", "args":[{"property":"id"}, "fa7e1920-9107-422d-a3db-c468cbc5d6df"]}"#),
        CQL2Example(
            "30", #""id" <> 'fa7e1920-9107-422d-a3db-c468cbc5d6df'"#,
            #"{"op":"<>", "args":[{"property":"id"}, "fa7e1920-9107-422d-a3db-c468cbc5d6df"]}"#),
        CQL2Example(
            "31", #""value" < 10"#, #"{"op":"<", "args":[{"property":"value"}, 10]}"#),
        CQL2Example(
            "32", #""value" > 10"#, #"{"op":">", "args":[{"property":"value"}, 10]}"#),
        CQL2Example(
            "33", #""value" <= 10"#, #"{"op":"<=", "args":[{"property":"value"}, 10]}"#),
        CQL2Example(
            "34", #""value" >= 10"#, #"{"op":">=", "args":[{"property":"value"}, 10]}"#),
        CQL2Example(
            "35", #""name" LIKE 'foo%'"#, #"{"op":"like", "args":[{"property":"name"}, "foo%"]}"#),
        CQL2Example(
            "36-alt01", #""name" NOT LIKE 'foo%'"#,
            #"{"op":"not", "args":[{"op":"like", "args":[{"property":"name"}, "foo%"]}]}"#),
        CQL2Example(
            "36", #"NOT "name" LIKE 'foo%'"#,
            #"{"op":"not", "args":[{"op":"like", "args":[{"property":"name"}, "foo%"]}]}"#),
        CQL2Example(
            "37", #""value" BETWEEN 10 AND 20"#, #"{"op":"between", "args":[{"property":"value"}, 10, 20]}"#),
        CQL2Example(
            "38-alt01", #""value" NOT BETWEEN 10 AND 20"#,
            #"{"op":"not", "args":[{"op":"between", "args":[{"property":"value"}, 10, 20]}]}"#),
        CQL2Example(
            "38", #"NOT "value" BETWEEN 10 AND 20"#,
            #"{"op":"not", "args":[{"op":"between", "args":[{"property":"value"}, 10, 20]}]}"#),
        CQL2Example(
            "39", #""value" IN (1.0, 2.0, 3.0)"#, #"{"op":"in", "args":[{"property":"value"}, [1.0, 2.0, 3.0]]}"#),
        CQL2Example(
            "40-alt01", #""value" NOT IN ('a', 'b', 'c')"#,
            #"{"op":"not", "args":[{"op":"in", "args":[{"property":"value"}, ["a", "b", "c"]]}]}"#),
        CQL2Example(
            "40", #"NOT "value" IN ('a', 'b', 'c')"#,
            #"{"op":"not", "args":[{"op":"in", "args":[{"property":"value"}, ["a", "b", "c"]]}]}"#),
    ]
}
