import GeographyModel
import QueryEngine

/// The parameters of features; `limit`, `bbox` and `datetime` exactly as OGC 17-069r4 has them.
extension RouteParameter {
    /// Those of a page of features, without the queryables of its collection.
    static let ofItems =
        [limit, box, time] + ofFeatures + ofConditions + [token, sort, within]

    /// Those of one feature.
    static let ofItem = [collectionID, featureID] + ofFeatures

    /// Those that choose what is handed out of a feature.
    static let ofFeatures = [
        RouteParameter(
            name: "crs", explanation: "Reference system of the answer's geometry.", schema: systems),
        RouteParameter(
            name: "properties", explanation: "Which properties features carry.", schema: ParameterSchema.names),
        RouteParameter(
            name: "skipGeometry", explanation: "Leave the geometry out.", schema: ParameterSchema.flag),
        RouteParameter(
            name: "geometry", explanation: "How much of the geometry.",
            schema: ParameterSchema.oneOf(
                GeometryDetail.allCases.map(\.rawValue), usual: GeometryDetail.generalised.rawValue)),
        indicator, edition, day,
    ]

    /// Those that state conditions on features.
    static let ofConditions = [
        RouteParameter(name: "bbox-crs", explanation: "Reference system of bbox.", schema: systems),
        RouteParameter(name: "filter", explanation: "A condition in CQL2.", schema: ParameterSchema.text),
        RouteParameter(
            name: "filter-lang",
            explanation:
                "How the filter is written. cql-text is the name that a draft of the standard had for cql2-text, "
                + "which GDAL before 3.13 and QGIS look for before they send a filter.",
            schema: ParameterSchema.oneOf(["cql2-text", "cql2-json", "cql-text"], usual: "cql2-text")),
        RouteParameter(
            name: "filter-crs", explanation: "Reference system of the filter's geometries.", schema: systems),
    ]

    /// The parameter by which a queryable is asked for; `nil` for those that other parameters ask for.
    static func equality(_ queryable: Queryable) -> RouteParameter? {
        guard queryable.kind != .geometry, !ItemsParameters.names.contains(queryable.name) else { return nil }
        let meaning =
            queryable.kind == .interval ? "\(queryable.title). Takes what datetime takes." : queryable.title
        return RouteParameter(name: queryable.name, explanation: meaning, schema: .object(queryable.valueSchema))
    }

    static let collectionID = RouteParameter(
        name: "collectionId", explanation: "The collection's identifier.", schema: ParameterSchema.text, place: "path")
    static let featureID = RouteParameter(
        name: "featureId", explanation: "The feature's identifier.", schema: ParameterSchema.text, place: "path")
    static let indicator = RouteParameter(
        name: "indicator", explanation: "The indicator of the figures; low-health-literacy unless named.",
        schema: ParameterSchema.text)
    static let edition = RouteParameter(
        name: "edition", explanation: "The edition of the figures; the one with figures for most areas unless named.",
        schema: ParameterSchema.text)
    static let day = RouteParameter(
        name: "as-of", explanation: "The day on which initiatives count as active; today unless named.",
        schema: ParameterSchema.day)
    static let within = RouteParameter(
        name: "within", explanation: "Codes or names of areas that features lie in.", schema: ParameterSchema.texts)

    static let box = RouteParameter(
        name: "bbox", explanation: "Only features that touch this box.",
        schema: .object([
            Property("type", .text("array")),
            Property(
                "oneOf",
                .array(
                    [4, 6].map { count in
                        .object([Property("minItems", .integer(count)), Property("maxItems", .integer(count))])
                    })),
            Property("items", ParameterSchema.number),
        ]))

    private static let limit = RouteParameter(
        name: "limit", explanation: "How many features a page has at most.",
        schema: ParameterSchema.whole(
            1...ItemsParameters.pageSizes.greatest, usual: ItemsParameters.pageSizes.usual))

    private static let time = RouteParameter(
        name: "datetime", explanation: "Only features whose time touches this instant or interval.",
        schema: ParameterSchema.text)

    private static let token = RouteParameter(
        name: "token", explanation: "Where the page begins or ends; the links next and prev give it.",
        schema: ParameterSchema.text)

    private static let sort = RouteParameter(
        name: "sortby", explanation: "Properties to sort by; -value sorts the greatest first.",
        schema: ParameterSchema.list(of: ParameterSchema.pattern("^[+-]?[^+\\-\\s].*$")))

    private static let systems = ParameterSchema.oneOf(
        CoordinateReferenceSystem.allCases.map(\.uri), usual: CoordinateReferenceSystem.crs84.uri, format: "uri")
}
