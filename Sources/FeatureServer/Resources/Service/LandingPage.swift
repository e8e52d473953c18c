import GeographyModel

/// Where everything begins: what the service is and where its parts are (OGC 17-069r4 §7.2).
struct LandingPage: Resource {
    private static let title = "Health literacy in England"
    private static let explanation =
        "Where health literacy is low, how sure that is, and who is working on it. The figure is the percentage below "
        + "the threshold: high is bad."

    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        _ = try exchange.parameters()
        let address = exchange.address
        let links =
            exchange.links(title: "This document") + [
                Link(
                    relation: "service-desc", target: address + "/api", type: ResponseFormat.openapi.linkType,
                    title: "What can be asked, as OpenAPI 3.0"),
                Link(
                    relation: "service-doc", target: address + "/api?f=html",
                    type: ResponseFormat.html.linkType,
                    title: "What can be asked, as a page"),
                Link(relation: "conformance", target: address + "/conformance", title: "Standards that hold here"),
                Link(relation: "data", target: address + "/collections", title: "The collections"),
            ]
        let members = [
            Property("title", .text(Self.title)), Property("description", .text(Self.explanation)), links.member,
        ]
        return exchange.document(members) { page }
    }

    private var page: Page {
        var page = Page(title: Self.title, target: "/")
        page.lead = Self.explanation
        page.blocks = [
            .form(
                PageForm(
                    "Look up a place", action: "/areas",
                    fields: [
                        .init(
                            "Code or name", name: "area", kind: .search,
                            hint:
                                "A district, county, board or region, also one that is no longer in use: Newham, E09000025.",
                            isRequired: true)
                    ], submit: "Look up")),
            .links(
                PageLinks(
                    "Questions",
                    [
                        (PageLink("Rankings", "/rankings"), "Areas by need, with intervals on figure and rank."),
                        (PageLink("Gaps", "/gaps"), "Where need is great and no initiative works."),
                        (PageLink("Compare", "/compare"), "Whether areas really differ."),
                        (PageLink("Regions", "/aggregates/region"), "Figures rolled up to regions, boards, counties."),
                        (PageLink("Find a place", "/locate"), "The district that a point lies in."),
                    ])),
            .links(
                PageLinks(
                    "Data",
                    [
                        (PageLink("Collections", "/collections"), "Every level of geography, for mapping tools."),
                        (PageLink("Editions", "/editions"), "The releases of figures."),
                        (PageLink("Indicators", "/indicators"), "What is measured, and how it may not be used."),
                        (PageLink("Sources", "/sources"), "Where every figure came from."),
                        (PageLink("API", "/api"), "Everything that programs can ask."),
                    ])),
            .mapPlace(
                PageMapPlace(
                    "The districts of England with their figures, for mapping tools.",
                    features: PageLink(
                        "Districts as GeoJSON", "/collections/districts/items?limit=1000&f=json",
                        mediaType: "application/geo+json"))),
        ]
        return page
    }
}
