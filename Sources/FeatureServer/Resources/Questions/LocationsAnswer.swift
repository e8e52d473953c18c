import FeatureFormats
import Foundation
import GeographyModel
import HealthLiteracy
import NIOCore

/// The areas that many points lie in: CSV of any length comes back row by row with its areas, JSON as JSON.
struct LocationsAnswer: Resource {
    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        var parameters = try exchange.parameters()
        let query = try LocationParameters.query(&parameters)
        let system = try parameters.takeSystem("crs")
        let type = exchange.request.headers["content-type"].flatMap { MediaType($0) }
        switch type.map({ "\($0.type)/\($0.subtype)" }) {
        case "text/csv": return try await table(exchange, query, system)
        case "application/json", "application/geo+json": return try await points(exchange, query)
        default:
            throw Problem(
                status: 415, code: "unsupported-media-type",
                detail: "Points are taken as text/csv, application/json or application/geo+json.",
                remedy: "Send Content-Type: text/csv.")
        }
    }

    /// The body goes to a file first, so that neither a slow client nor a long table holds the store or the memory.
    private func table(_ exchange: Exchange, _ query: LocateQuery, _ system: CoordinateReferenceSystem?) async throws
        -> ServerResponse
    {
        if exchange.request.query.contains(where: { $0 == ("f", "json") }) {
            throw QueryParameters.invalid("f", "json", remedy: "Points that are sent as CSV come back as CSV.")
        }
        let sent = try SpooledFile()
        try await exchange.request.body.forEach(limit: exchange.settings.bodyLimit) { piece in
            try piece.withUnsafeReadableBytes { try sent.write($0) }
        }
        let answer = try SpooledFile()
        let summary: LocateSummary
        do {
            summary = try await exchange.service.locate(
                pointsIn: sent.path, columns: PointColumns(system: system), query, to: { try answer.write($0) })
        } catch let error as GeodataError {
            // The library names the file, which the client knows as the body of its request.
            throw GeodataError(
                error.code, error.message.replacing(sent.path, with: "The body"), remedy: error.remedy, cause: error)
        }
        return ServerResponse(
            headers: [
                ("Content-Type", ResponseFormat.csv.mediaType), ("Cache-Control", "no-store"),
                ("HLGeo-Located", "\(summary.located)"), ("HLGeo-Outside", "\(summary.outside)"),
                ("HLGeo-Bad", "\(summary.bad)"),
            ], body: .file(answer))
    }

    private func points(_ exchange: Exchange, _ query: LocateQuery) async throws -> ServerResponse {
        let points = try PointList(
            json: try await exchange.request.body.bytes(limit: min(exchange.settings.bodyLimit, PointList.sizeLimit)))
        let found = try await exchange.service.locate(points.positions, query)
        let listing = Listing(
            title: "Points with their \(query.areaType.plural)", context: [], rowsName: "points",
            columns: (["id", "lon", "lat"] + found.columns + ["locate_status"]).map { .init($0, heading: $0) },
            rows: points.positions.indices.map { place in
                let position = points.positions[place]
                let area = found.rows[place]
                return [points.names[place], .number(position.longitude), .number(position.latitude)]
                    + (area ?? Array(repeating: .null, count: found.columns.count))
                    + [.text(area == nil ? "outside" : "located")]
            }, notes: found.notes)
        var response = exchange.listing(listing) { _ in }
        response.headers.append(("Cache-Control", "no-store"))
        return response
    }
}
