import GeographyModel
import HealthLiteracy

/// Where need is great and nobody works, as `hlgeo gaps` tells it.
struct GapsAnswer: Resource {
    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        var parameters = try exchange.parameters()
        let query = GapsQuery(
            ranking: try RankingParameters.query(&parameters),
            groups: try parameters.takeWhole("groups", in: 1...1_000) ?? 5,
            closing: try parameters.takeChoice("initiatives", GapsQuery.Closing.self) ?? .active,
            countsNationwide: try parameters.takeFlag("count-nationwide"), day: try parameters.takeDay("as-of"))
        let listing = try await exchange.service.gaps(query).listing
        return exchange.listing(listing) { page in
            page.title = "Gaps"
            page.lead = listing.title + "."
            page.blocks.insert(.form(form(exchange.request)), at: 0)
        }
    }

    private func form(_ request: ServerRequest) -> PageForm {
        let given = Dictionary(request.query, uniquingKeysWith: { first, _ in first })
        return PageForm(
            "Choose where to look", action: "/gaps",
            fields: RankingParameters.fields(request) + [
                .init(
                    "Look at the worst one in", name: "groups", kind: .number(in: 1...1_000),
                    value: given["groups"] ?? "5"),
                .init(
                    "Initiatives that close a gap", name: "initiatives",
                    kind: .select([("active", "Active ones"), ("any", "Any that is or was there")]),
                    value: given["initiatives"]),
            ], submit: "Find gaps")
    }
}
