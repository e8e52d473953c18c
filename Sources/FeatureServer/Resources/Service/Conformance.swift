import GeographyModel

/// The requirements classes that hold here.
struct Conformance: Resource {
    static let classes =
        ["core", "geojson", "html", "oas30"].map { "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/\($0)" }
        + ["http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs"]
        + ["queryables", "queryables-query-parameters", "filter", "features-filter"].map {
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/\($0)"
        }
        + ["schemas", "core-roles-features", "returnables-and-receivables"].map {
            "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/\($0)"
        }
        + ["sorting", "features-sorting", "sortables"].map {
            "http://www.opengis.net/spec/ogcapi-features-8/1.0/conf/\($0)"
        }
        + [
            "cql2-text", "cql2-json", "basic-cql2", "advanced-comparison-operators", "case-insensitive-comparison",
            "accent-insensitive-comparison", "basic-spatial-functions", "basic-spatial-functions-plus",
            "spatial-functions", "temporal-functions", "array-functions", "property-property", "arithmetic",
        ].map { "http://www.opengis.net/spec/cql2/1.0/conf/\($0)" }

    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        _ = try exchange.parameters()
        let members = [
            exchange.links(title: "This document").member,
            Property("conformsTo", .array(Self.classes.map { .text($0) })),
        ]
        return exchange.document(members) {
            var page = Page(title: "Standards that hold here", target: "/conformance")
            page.lead = "The requirements classes of OGC API – Features and of CQL2 that this service meets."
            page.blocks = [
                .links(PageLinks("Requirements classes", Self.classes.map { (PageLink($0, $0), nil) }))
            ]
            return page
        }
    }
}
