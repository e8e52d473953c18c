import GeographyModel

/// What may be sent along, as OpenAPI describes it, with examples that work.
enum OpenAPIBody {
    /// The bodies that a route takes.
    static func document(_ route: Route) -> PropertyValue {
        .object([
            Property("required", .boolean(true)),
            Property(
                "content",
                .object(
                    route.bodies.map { type in
                        let (schema, example) = body(of: route.operation, type)
                        return Property(type, .object([Property("schema", schema), Property("example", example)]))
                    })),
        ])
    }

    private static func body(of operation: String, _ type: String) -> (schema: PropertyValue, example: PropertyValue) {
        switch (operation, type) {
        case ("locateAll", "text/csv"): (ParameterSchema.text, .text("id,lon,lat\na,-0.03,51.53\n"))
        case ("locateAll", "application/json"):
            (
                object(["points"]),
                .object([
                    Property(
                        "points",
                        .array([
                            .object([
                                Property("id", .text("a")), Property("lon", .number(-0.03)),
                                Property("lat", .number(51.53)),
                            ])
                        ]))
                ])
            )
        case ("locateAll", _):
            (
                object(["features"]),
                .object([
                    Property("type", .text("FeatureCollection")),
                    Property("features", .array([feature(point, [])])),
                ])
            )
        case ("select", _):
            (
                .object([
                    Property("type", .text("object")), Property("properties", .object(SelectionBody.options)),
                    Property("additionalProperties", .boolean(false)),
                ]),
                .object([
                    Property("sites", .integer(5)), Property("distance", .integer(20_000)),
                    Property(
                        "groups",
                        .array([
                            .object([
                                Property("kind", .text("region")), Property("minimum", .integer(0)),
                                Property("maximum", .integer(1)),
                            ])
                        ])),
                ])
            )
        default:
            (
                .object([Property("$ref", .text("#/components/schemas/featureGeoJSON"))]),
                feature(
                    .null,
                    [
                        Property("name", .text("Reading aloud")), Property("area_codes", .array([.text("E09000025")])),
                        Property("start", .text("2024")),
                    ])
            )
        }
    }

    /// An object with a list.
    private static func object(_ names: [String]) -> PropertyValue {
        .object([
            Property("type", .text("object")), Property("required", .array(names.map { .text($0) })),
            Property(
                "properties",
                .object(
                    names.map { name in
                        Property(
                            name,
                            .object([
                                Property("type", .text("array")),
                                Property("items", .object([Property("type", .text("object"))])),
                            ]))
                    })),
        ])
    }

    private static let point = PropertyValue.object([
        Property("type", .text("Point")), Property("coordinates", .array([.number(-0.03), .number(51.53)])),
    ])

    private static func feature(_ geometry: PropertyValue, _ properties: [Property]) -> PropertyValue {
        .object([
            Property("type", .text("Feature")), Property("geometry", geometry),
            Property("properties", .object(properties)),
        ])
    }
}
