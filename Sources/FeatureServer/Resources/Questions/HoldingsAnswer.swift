import GeographyModel
import HealthLiteracy

/// What the store holds of one kind: editions, indicators or sources.
struct HoldingsAnswer: Resource {
    /// The kinds.
    enum Kind {
        case editions, indicators, sources
    }

    let kind: Kind

    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        _ = try exchange.parameters()
        let information = try await exchange.service.information()
        switch kind {
        case .editions:
            return exchange.listing(information.editionsListing) { page in
                page.title = "Editions"
                page.lead = "The releases of figures. Figures of different editions are not comparable."
            }
        case .indicators:
            return exchange.listing(information.indicatorsListing) { page in
                page.title = "Indicators"
                page.lead = "What is measured, which way is good, and how it may not be used."
            }
        case .sources:
            return exchange.listing(information.sourcesListing) { page in
                page.title = "Sources"
                page.lead = "Where every figure, boundary and initiative came from, and under which licence."
            }
        }
    }
}
