import GeographyModel
import HealthLiteracy

/// Figures rolled up to a wider level, as `hlgeo aggregate` tells it.
struct AggregateAnswer: Resource {
    let level: String

    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        var parameters = try exchange.parameters()
        guard let type = AreaType(collection: level) else {
            throw Problem(
                status: 404, code: "not-found", detail: "\"\(level.prefix(100))\" is no level of geography.",
                remedy: "Use region, icb, county or country.")
        }
        let query = AggregateQuery(
            to: .level(type), indicator: parameters.takeText("indicator"), edition: parameters.takeText("edition"),
            areaType: parameters.takeLevel("from") ?? .district)
        let listing = try await exchange.service.aggregate(query).listing
        return exchange.listing(listing) { page in
            page.lead = "Percentages are weighted by people, with the intervals of the wholes."
            page.blocks.append(
                .links(
                    PageLinks(
                        "Other levels",
                        [AreaType.region, .icb, .county, .country].filter { $0 != type }.map {
                            (PageLink($0.pluralLabel, "/aggregates/\($0.rawValue)"), nil)
                        })))
        }
    }
}
