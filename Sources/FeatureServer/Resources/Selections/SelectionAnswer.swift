import FeatureFormats
import GeographyModel
import HealthLiteracy
import QueryEngine
import SiteSelection

/// Pilot sites for the options that a client sends, as `hlgeo select` selects them.
struct SelectionAnswer: Resource {
    /// How much of a request's time the search may take; the rest is for reading the store and for writing.
    private static let shareOfTime = 0.8

    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        _ = try exchange.parameters()
        let type = exchange.request.headers["content-type"].flatMap { MediaType($0) }
        guard type.map({ ($0.type, $0.subtype) == ("application", "json") }) ?? false else {
            throw Problem(
                status: 415, code: "unsupported-media-type", detail: "Options are taken as application/json.",
                remedy: "Send Content-Type: application/json.")
        }
        let body = try await exchange.request.body.bytes(limit: RequestBody.smallLimit)
        let seconds = exchange.settings.limits.time.map { $0 / .seconds(1) * Self.shareOfTime }
        let report = try await exchange.service.select(
            try SelectionBody.request(body, seconds: seconds),
            effort: SelectionEffort(isCancelled: exchange.request.isAbandoned))
        var response: ServerResponse
        switch exchange.format {
        case .geojson:
            response = ServerResponse(.geojson, Array(try await exchange.service.geoJSON(of: report).utf8))
        case .csv: response = ServerResponse(.csv, Array(ListingFormat.csv.text(report.listing).utf8))
        case .json, .schema, .openapi, .html:
            response = ServerResponse(.json, Array(JSONDocument(try report.document).text.utf8))
        }
        response.headers.append(("Cache-Control", "no-store"))
        return response
    }
}
