/// A form that an answer can have.
enum ResponseFormat: String, CaseIterable, Sendable {
    case json
    case geojson
    case schema
    case openapi
    case csv
    case html

    /// The word of the parameter `f`: every kind of JSON is `json`.
    var word: String {
        switch self {
        case .json, .geojson, .schema, .openapi: "json"
        case .csv: "csv"
        case .html: "html"
        }
    }

    /// What the answer is marked as.
    var mediaType: String {
        switch self {
        case .json: "application/json"
        case .geojson: "application/geo+json"
        case .schema: "application/schema+json"
        case .openapi: "application/vnd.oai.openapi+json;version=3.0"
        case .csv: "text/csv; charset=utf-8; header=present"
        case .html: "text/html; charset=utf-8"
        }
    }

    /// The type by which clients ask for it, as it stands in links.
    var linkType: String {
        switch self {
        case .json, .geojson, .schema, .openapi: mediaType
        case .csv: "text/csv"
        case .html: "text/html"
        }
    }

    /// The same, taken apart.
    var offer: MediaType { Self.offers[self] ?? MediaType("application", "json") }

    private static let offers = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0, MediaType(stringLiteral: $0.linkType)) })

    /// The words for a link to it.
    var label: String {
        switch self {
        case .json: "As JSON"
        case .geojson: "As GeoJSON"
        case .schema: "As JSON Schema"
        case .openapi: "As OpenAPI 3.0"
        case .csv: "As CSV"
        case .html: "As a page"
        }
    }

    /// The form that a request wants of those that there are.
    ///
    /// The parameter `f` decides; without it the client's `Accept`. Who accepts none of them gets the first, which is
    /// more use than a refusal (RFC 9110 §12.1).
    ///
    /// - Throws: ``Problem`` 400 for a value of `f` that is not one of them.
    static func chosen(_ formats: [ResponseFormat], by request: ServerRequest) throws -> ResponseFormat {
        if let wanted = request.query.first(where: { $0.name == "f" })?.value {
            if let found = formats.first(where: { $0.word == wanted || $0.rawValue == wanted }) { return found }
            let words = formats.map { one in formats.count { $0.word == one.word } > 1 ? one.rawValue : one.word }
                .joined(separator: ", ")
            throw QueryParameters.invalid("f", wanted, remedy: "Use one of: \(words).")
        }
        guard let accept = request.headers["accept"], formats.count > 1 else { return formats[0] }
        // Plain JSON is what every kind of JSON also is.
        let offers = formats.map(\.offer) + ["application/json"]
        let best = AcceptHeader(accept).best(of: offers, default: formats[0].offer)
        return formats.first { $0.offer == best } ?? formats[0]
    }
}
