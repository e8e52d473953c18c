import GeographyModel

/// What answers look like, as schemas of OpenAPI 3.0, one for each kind.
enum OpenAPISchemas {
    /// The schema of an operation's answer in a media type.
    static func schema(of operation: String, _ type: String) -> PropertyValue {
        switch type {
        case "application/problem+json": reference("problem")
        case "text/csv", "text/html", "text/plain": ParameterSchema.text
        case "application/geo+json" where operation == "select": reference("featureCollectionGeoJSON")
        default: names[operation].map(reference) ?? reference("row")
        }
    }

    private static let names = [
        "landingPage": "landingPage", "conformance": "conformance", "api": "description", "ready": "readiness",
        "collections": "collections", "Collection": "collection", "Queryables": "jsonSchema", "Schema": "jsonSchema",
        "Sortables": "jsonSchema", "FeatureSchema": "jsonSchema", "Items": "featureCollectionGeoJSON",
        "Item": "featureGeoJSON", "rankings": "areaList", "gaps": "areaList", "aggregates": "areaList",
        "compare": "comparisonList", "locate": "featureList", "locateAll": "pointList", "editions": "editionList",
        "indicators": "indicatorList", "sources": "sourceList", "area": "areaProfile", "select": "selection",
    ]

    /// All schemas, each under its name.
    static let components: [Property] =
        documents + features + profile + selection
        + [
            ("areaList", "areas"), ("comparisonList", "comparisons"), ("featureList", "features"),
            ("pointList", "points"), ("editionList", "editions"), ("indicatorList", "indicators"),
            ("sourceList", "sources"),
        ].map { name, rows in
            object(name, [Property("notes", notes), Property(rows, list(of: reference("row")))])
        }

    private static let documents = [
        object(
            "problem",
            ["type", "title", "detail", "code"].map { Property($0, text) } + [Property("status", whole)],
            optional: [Property("remedy", text)]),
        object(
            "link", ["href", "rel"].map { Property($0, text) }, optional: ["type", "title"].map { Property($0, text) }),
        object("landingPage", [Property("title", text), Property("description", text), Property("links", links)]),
        object("conformance", [Property("conformsTo", list(of: text)), Property("links", links)]),
        object("readiness", [Property("status", text), Property("revision", whole)]),
        object(
            "description",
            [Property("openapi", text), Property("info", reference("row")), Property("paths", reference("row"))]),
        object(
            "collection",
            ["id", "title", "itemType", "storageCrs"].map { Property($0, text) } + [
                Property("crs", list(of: text)), Property("links", links),
            ],
            optional: [
                Property("description", text), Property("extent", reference("extent")),
                Property("defaultSortOrder", list(of: text)),
            ]),
        object("collections", [Property("links", links), Property("collections", list(of: reference("collection")))]),
        object(
            "extent", [],
            optional: [
                object(
                    "spatial", [Property("bbox", list(of: list(of: ParameterSchema.number))), Property("crs", text)]),
                object(
                    "temporal", [Property("interval", list(of: list(of: nullable("string")))), Property("trs", text)]),
            ]),
        object(
            "jsonSchema",
            ["$schema", "$id", "type", "title"].map { Property($0, text) } + [
                Property("properties", reference("row"))
            ]),
        Property(
            "row",
            .object([
                Property("type", .text("object")),
                Property("description", .text("Values under their names; null where nothing is known.")),
                Property("additionalProperties", .object([])),
            ])),
        object("note", [Property("code", text), Property("text", text)]),
    ]

    private static let features = [
        object(
            "featureGeoJSON",
            [
                Property("type", ParameterSchema.oneOf(["Feature"])), Property("geometry", geometry),
                Property("properties", reference("row")),
            ], optional: [Property("id", text), Property("timeStamp", text), Property("links", links)]),
        object(
            "featureCollectionGeoJSON",
            [
                Property("type", ParameterSchema.oneOf(["FeatureCollection"])),
                Property("features", list(of: reference("featureGeoJSON"))),
            ],
            optional: [
                Property("numberMatched", whole), Property("numberReturned", whole), Property("timeStamp", text),
                Property("links", links),
            ]),
    ]

    private static let selection = [
        object(
            "selection",
            ["title", "day", "attribution"].map { Property($0, text) }
                + ["request", "demand", "candidates", "distances", "result"].map { Property($0, reference("row")) }
                + ["sites", "catchments", "sources"].map { Property($0, list(of: reference("row"))) }
                + [Property("notes", notes)],
            optional: [
                Property("comparators", nullable("object")), Property("stability", nullable("object")),
                Property("curve", nullable("array", of: reference("row"))),
            ])
    ]

    private static let profile = [
        object(
            "areaProfile",
            ["area_code", "area_name", "area_type", "vintage", "asked"].map { Property($0, text) } + [
                Property("predecessors", list(of: text)), Property("parents", list(of: reference("row"))),
                Property("figures", list(of: reference("row"))), Property("initiatives", list(of: reference("row"))),
                Property("as_of", ParameterSchema.day), Property("notes", notes),
            ],
            optional: [
                Property("population", nullable("integer")), Property("population_16_64", nullable("integer")),
                Property("order", nullable("object")),
            ])
    ]

    private static let text = ParameterSchema.text
    private static let whole = PropertyValue.object([Property("type", .text("integer"))])
    private static let links = list(of: reference("link"))
    private static let notes = list(of: reference("note"))
    private static let geometry = PropertyValue.object([
        Property("type", .text("object")), Property("nullable", .boolean(true)),
        Property("required", .array([.text("type")])),
        Property("properties", .object([Property("type", text), Property("coordinates", list(of: .object([])))])),
    ])

    private static func reference(_ name: String) -> PropertyValue {
        .object([Property("$ref", .text("#/components/schemas/\(name)"))])
    }

    private static func list(of items: PropertyValue) -> PropertyValue {
        .object([Property("type", .text("array")), Property("items", items)])
    }

    private static func nullable(_ type: String, of items: PropertyValue? = nil) -> PropertyValue {
        .object(
            [Property("type", .text(type)), Property("nullable", .boolean(true))]
                + (items.map { [Property("items", $0)] } ?? []))
    }

    private static func object(_ name: String, _ required: [Property], optional: [Property] = []) -> Property {
        let names = required.isEmpty ? [] : [Property("required", .array(required.map { .text($0.name) }))]
        return Property(
            name,
            .object(
                [Property("type", .text("object"))] + names + [Property("properties", .object(required + optional))]))
    }
}
