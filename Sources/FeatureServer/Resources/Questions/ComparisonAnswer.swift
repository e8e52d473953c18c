import GeographyModel
import HealthLiteracy

/// Whether areas really differ, as `hlgeo compare` tells it.
struct ComparisonAnswer: Resource {
    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        var parameters = try exchange.parameters()
        let areas = try parameters.takeList("areas") ?? []
        let query = CompareQuery(
            areas: areas, indicator: parameters.takeText("indicator"), edition: parameters.takeText("edition"),
            acrossEditions: try parameters.takeFlag("across-editions"))
        if areas.isEmpty, exchange.format == .html { return exchange.html(empty(exchange.request)) }
        guard areas.count >= 2 else {
            throw Problem(
                status: 400, code: "invalid-request", detail: "One area cannot be compared with itself.",
                remedy: "Name two or more areas: areas=Newham,Brent.")
        }
        let listing = try await exchange.service.compare(query).listing
        return exchange.listing(listing) { page in
            page.title = "Comparison"
            page.lead = listing.title + "."
            page.blocks.insert(.form(form(exchange.request)), at: 0)
        }
    }

    private func empty(_ request: ServerRequest) -> Page {
        var page = Page(title: "Comparison", target: "/compare")
        page.lead = "Tells whether areas really differ: the difference, its interval, and how probable it is."
        page.blocks = [.form(form(request))]
        return page
    }

    private func form(_ request: ServerRequest) -> PageForm {
        let given = request.query.first { $0.name == "areas" }?.value
        return PageForm(
            "Choose the areas", action: "/compare",
            fields: [
                .init(
                    "Areas", name: "areas", value: given,
                    hint: "Two or more codes or names with a comma between them: Newham, Brent.", isRequired: true)
            ], submit: "Compare")
    }
}
