import GeographyModel
import QueryEngine

/// The parameters as OpenAPI describes them; `limit`, `bbox` and `datetime` exactly as OGC 17-069r4 has them.
enum OpenAPIParameters {
    /// Those of a page of features: the fixed ones, and every queryable that can be one.
    static func items(_ queryables: [Queryable]) -> [PropertyValue] {
        let fixed =
            [limit, box, time] + shared + [
                parameter("after", "Begin after the feature that this token remembers; links give it.", text),
                parameter("bbox-crs", "Reference system of bbox.", systems),
                parameter("filter", "A condition in CQL2.", text),
                parameter("filter-lang", "How the filter is written.", oneOf(["cql2-text", "cql2-json"], "cql2-text")),
                parameter("filter-crs", "Reference system of the filter's geometries.", systems),
                parameter("sortby", "Properties to sort by; -value sorts the greatest first.", texts, explode: false),
                parameter("within", "Codes or names of areas that features lie in.", texts, explode: false),
                format(["json", "csv"]),
            ]
        let taken = Set(ItemsParameters.names)
        let own = queryables.filter { $0.kind != .geometry && $0.kind != .interval && !taken.contains($0.name) }
        return fixed + own.map { parameter($0.name, $0.title, schema(of: $0.kind)) }
    }

    /// Those of one feature.
    static let item =
        [parameter("featureId", "The feature's identifier.", text, place: "path")] + shared + [format(["json"])]

    /// The format of the answer.
    static func format(_ formats: [String]) -> PropertyValue {
        parameter("f", "The format of the answer.", oneOf(formats, "json"))
    }

    /// What every failure looks like (RFC 9457).
    static let problem = Property(
        "problem",
        .object([
            Property("type", .text("object")),
            Property(
                "properties",
                .object(
                    ["type", "title", "detail", "code", "remedy"].map { Property($0, text) } + [
                        Property("status", .object([Property("type", .text("integer"))]))
                    ])),
            Property("required", .array(["type", "title", "status", "detail", "code"].map { .text($0) })),
        ]))

    private static let text = PropertyValue.object([Property("type", .text("string"))])
    private static let texts = PropertyValue.object([
        Property("type", .text("array")), Property("items", text), Property("minItems", .integer(1)),
    ])
    private static let systems = oneOf(
        CoordinateReferenceSystem.allCases.map(\.uri), CoordinateReferenceSystem.crs84.uri)

    private static let shared = [
        parameter("crs", "Reference system of the answer's geometry.", systems),
        parameter("properties", "Which properties features carry.", texts, explode: false),
        parameter(
            "skipGeometry", "Leave the geometry out.",
            .object([Property("type", .text("boolean")), Property("default", .boolean(false))])),
        parameter(
            "geometry", "How much of the geometry.",
            oneOf(GeometryDetail.allCases.map(\.rawValue), GeometryDetail.generalised.rawValue)),
        parameter("indicator", "The indicator of the figures.", text),
        parameter("edition", "The edition of the figures.", text),
        parameter(
            "as-of", "The day on which initiatives count as active.",
            .object([Property("type", .text("string")), Property("format", .text("date"))])),
    ]

    private static let limit = parameter(
        "limit", "How many features a page has at most.",
        .object([
            Property("type", .text("integer")), Property("minimum", .integer(1)),
            Property("maximum", .integer(ItemsParameters.pageSizes.greatest)),
            Property("default", .integer(ItemsParameters.pageSizes.usual)),
        ]), explode: false)

    private static let box = parameter(
        "bbox", "Only features that touch this box.",
        .object([
            Property("type", .text("array")),
            Property(
                "oneOf",
                .array(
                    [4, 6].map { count in
                        .object([Property("minItems", .integer(count)), Property("maxItems", .integer(count))])
                    })),
            Property("items", .object([Property("type", .text("number"))])),
        ]), explode: false)

    private static let time = parameter(
        "datetime", "Only features whose time touches this instant or interval.", text, explode: false)

    private static func oneOf(_ values: [String], _ usual: String) -> PropertyValue {
        .object([
            Property("type", .text("string")), Property("enum", .array(values.map { .text($0) })),
            Property("default", .text(usual)),
        ])
    }

    private static func schema(of kind: Queryable.Kind) -> PropertyValue {
        switch kind {
        case .integer, .number: .object([Property("type", .text("number"))])
        case .boolean: .object([Property("type", .text("boolean"))])
        case .date: .object([Property("type", .text("string")), Property("format", .text("date"))])
        case .text, .interval, .array, .geometry: text
        }
    }

    private static func parameter(
        _ name: String, _ description: String, _ schema: PropertyValue, place: String = "query", explode: Bool = true
    ) -> PropertyValue {
        .object([
            Property("name", .text(name)), Property("in", .text(place)), Property("description", .text(description)),
            Property("required", .boolean(place == "path")), Property("schema", schema),
            Property("style", .text(place == "path" ? "simple" : "form")),
            Property("explode", .boolean(place == "path" ? false : explode)),
        ])
    }
}
