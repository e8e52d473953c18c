import FeatureFormats
import GeographyModel
import HealthLiteracy

/// Everything that is held about one area, as `hlgeo profile` tells it. A code that is no longer in use leads to the
/// area that it became, which then says so.
struct AreaAnswer: Resource {
    let words: String

    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        var parameters = try exchange.parameters()
        let day = try parameters.takeDay("as-of")
        let formerly = parameters.takeText("formerly")
        var profile = try await exchange.service.profile(words, asOf: day)
        let code = profile.area.code.rawValue
        if AreaCode(words).isGSS, AreaCode(words) != profile.area.code {
            return ServerResponse(
                status: 308, headers: [("Location", successor(code, exchange))])
        }
        if let formerly {
            let old = try await exchange.service.profile(formerly, asOf: day)
            guard old.area.code == profile.area.code else {
                throw QueryParameters.invalid(
                    "formerly", formerly, remedy: "Leave it out; it is no old code of \(code).")
            }
            profile.notes = old.notes.filter { $0.code == .resolved } + profile.notes
        }
        let location = ("Content-Location", "\(exchange.address)/areas/\(code)")
        var response =
            switch exchange.format {
            case .html: exchange.html(ProfilePage(profile).page)
            case .csv: ServerResponse(.csv, Array(ListingFormat.csv.text(profile.figuresListing).utf8))
            case .json, .geojson, .schema, .openapi:
                ServerResponse(.json, Array(JSONDocument(profile.document).text.utf8))
            }
        if words != code { response.headers.append(location) }
        return response
    }

    private func successor(_ code: String, _ exchange: Exchange) -> String {
        let rest = exchange.request.query.filter { $0.name != "formerly" }
        let query = (rest + [("formerly", words)]).map { "\($0.name.addressPart)=\($0.value.addressPart)" }
        return "\(exchange.address)/areas/\(code)?\(query.joined(separator: "&"))"
    }
}
