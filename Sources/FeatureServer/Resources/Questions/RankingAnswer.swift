import GeographyModel
import HealthLiteracy

/// Areas in order of need, as `hlgeo rank` tells it.
struct RankingAnswer: Resource {
    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        var parameters = try exchange.parameters()
        var query = try RankingParameters.query(&parameters)
        let words = parameters.takeText("benchmark")
        query.benchmark = try words.map { words in
            guard let benchmark = Benchmark(words) else {
                throw QueryParameters.invalid(
                    "benchmark", words, remedy: "Use england, region, icb, or a figure such as 38.66.")
            }
            return benchmark
        }
        // As on the command line, programs get the comparison with England always, people where they ask for it.
        if words == nil, exchange.format != .html { query.benchmark = .england }
        let listing = try await exchange.service.rank(query).listing(showsBenchmark: words != nil)
        return exchange.listing(listing) { page in
            page.title = "Rankings"
            page.lead = "\(listing.title). Rank 1 is the greatest need."
            page.blocks.insert(
                .form(
                    PageForm(
                        "Choose the ranking", action: "/rankings", fields: RankingParameters.fields(exchange.request),
                        submit: "Rank")), at: 0)
        }
    }
}
