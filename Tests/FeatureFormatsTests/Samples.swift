import GeographyModel

/// Small inputs that several tests write.
enum Samples {
    static func ring(_ corners: [(Double, Double)]) -> [Position] {
        corners.map { Position(longitude: $0.0, latitude: $0.1) }
    }

    /// A square degree with a hole, both running the wrong way round for GeoJSON.
    static let wrongWayRound: MultiPolygon = {
        var polygons = MultiPolygon()
        polygons.append(ring: ring([(0, 0), (0, 1), (1, 1), (1, 0), (0, 0)]))
        polygons.append(ring: ring([(0.25, 0.25), (0.5, 0.25), (0.5, 0.5), (0.25, 0.5), (0.25, 0.25)]))
        polygons.closePolygon()
        return polygons
    }()

    static let notes = [
        Note(.polarity, "High is worse."), Note(.expectedValue, "Expected for who lives there; \"not\" a measurement."),
    ]

    static func features(_ geometry: FeatureGeometry?) -> [Feature] {
        [
            Feature(
                id: "E09000025", geometry: geometry,
                properties: [
                    Property("area_code", .text("E09000025")), Property("area_name", .text("Newham")),
                    Property("value", .number(56.42)), Property("count", .integer(140_520)),
                    Property("initiatives", .array([.text("pilot one"), .text("pilot; two")])),
                    Property("value_note", .null), Property("hex_q", .integer(3)), Property("hex_r", .integer(-1)),
                ]),
            Feature(
                id: "E06000010", geometry: geometry,
                properties: [
                    Property("area_code", .text("E06000010")),
                    Property("area_name", .text("Kingston upon Hull, City of")), Property("value", .number(.nan)),
                    Property("count", .null), Property("initiatives", .array([])),
                    Property("value_note", .text("=1+1")), Property("hex_q", .null), Property("hex_r", .null),
                ]),
        ]
    }

    static let listing = Listing(
        title: "Where health literacy is lowest",
        context: [
            Property("indicator", .text("low-health-literacy")),
            Property("edition", .object([Property("id", .text("2022")), Property("isModelled", .boolean(true))])),
        ],
        rowsName: "areas",
        columns: [
            .init("rank", heading: "Rank", isNumeric: true),
            .init("area_code", heading: "Code", isHiddenInTable: true),
            .init("area_name", heading: "Area", isElastic: true),
            .init("value", heading: "% below", decimals: 1, isNumeric: true),
            .init("lower_ci", heading: "Lower", decimals: 1, isNumeric: true),
            .init("people", heading: "People", isNumeric: true),
            .init("is_active", heading: "Active"),
        ],
        rows: [
            [
                .integer(1), .text("E09000025"), .text("Newham"), .number(56.42), .number(50), .integer(140_520),
                .boolean(true),
            ],
            [
                .integer(2), .text("E06000010"), .text("Kingston upon Hull, City of"), .number(9.96), .null, .null,
                .boolean(false),
            ],
            [
                .integer(3), .text("W1"), .text("Ynys Mo\u{302}n 東京"), .number(-0.04), .null, .integer(7),
                .array([.text("a"), .text("b")]),
            ],
        ],
        notes: notes)
}
