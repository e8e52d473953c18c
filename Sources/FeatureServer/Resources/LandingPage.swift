import GeographyModel

/// Where everything begins: what the service is and where its parts are (OGC 17-069r4 §7.2).
struct LandingPage: Resource {
    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        try exchange.requireOnlyFormat()
        let links = [
            Link(relation: "self", target: exchange.address + "/", title: "This document"),
            Link(
                relation: "service-desc", target: exchange.address + "/api",
                type: "application/vnd.oai.openapi+json;version=3.0", title: "What can be asked, as OpenAPI 3.0"),
            Link(relation: "conformance", target: exchange.address + "/conformance", title: "Standards that hold here"),
            Link(relation: "data", target: exchange.address + "/collections", title: "The collections"),
        ]
        return .json([
            Property("title", .text("Health literacy in England")),
            Property(
                "description",
                .text(
                    "Where health literacy is low, how sure that is, and who is working on it. The figure is the percentage below the threshold: high is bad."
                )),
            links.member,
        ])
    }
}
