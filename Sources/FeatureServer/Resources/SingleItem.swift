import FeatureFormats
import GeographyModel
import HealthLiteracy
import QueryEngine

/// One feature of a collection, by its identifier.
struct SingleItem: Resource {
    let name: String
    let id: String

    /// The parameters that it has.
    static let names = ["f", "crs", "properties", "skipGeometry", "geometry", "indicator", "edition", "as-of"]

    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        let collection = try await exchange.collection(name)
        var parameters = try QueryParameters(exchange.request)
        if let stranger = parameters.names.first(where: { !Self.names.contains($0) }) {
            throw Problem(
                status: 400, code: "invalid-request", detail: "There is no parameter \"\(stranger)\" here.",
                remedy: "Known are: \(Self.names.joined(separator: ", ")).")
        }
        var asked = try ItemsParameters(&parameters, of: collection, queryables: [])
        guard !asked.isCSV else { throw QueryParameters.invalid("f", "csv", remedy: "Use json.") }
        guard let identity = identity(collection) else { throw notFound(collection) }
        asked.query.conditions.append(identity)
        asked.query.limit = 1
        let list = try await exchange.service.features(asked.query)
        guard let feature = list.page.features.first else { throw notFound(collection) }
        let own = "\(exchange.address)/collections/\(collection.name)"
        let links = [
            Link(relation: "self", target: "\(own)/items/\(id)", type: "application/geo+json", title: "This feature"),
            Link(relation: "collection", target: own, title: "Its collection"),
        ]
        var buffer = TextBuffer()
        buffer.appendGeoJSON(feature, members: [Property("timeStamp", .text(exchange.changedAt)), links.member])
        return ServerResponse(
            headers: [("Content-Type", "application/geo+json"), ("Content-Crs", "<\(asked.query.system.uri)>")],
            body: buffer.takeBytes())
    }

    /// The condition that only the feature meets.
    private func identity(_ collection: CollectionID) -> FilterExpression? {
        func equal(_ name: String, _ value: some StringProtocol) -> FilterExpression {
            FilterExpression(
                .operation(.equal, [FilterExpression(.property(name)), FilterExpression(.text(String(value)))]))
        }
        switch collection {
        case .areas: return equal("area_code", id)
        case .initiatives: return equal("initiative_id", id)
        case .estimates:
            let parts = id.split(separator: "/")
            guard parts.count == 3 else { return nil }
            return FilterExpression(
                .operation(
                    .and, [equal("indicator", parts[0]), equal("edition", parts[1]), equal("area_code", parts[2])]))
        }
    }

    private func notFound(_ collection: CollectionID) -> Problem {
        Problem(
            status: 404, code: "not-found", detail: "\(collection.name) have no feature \"\(id.prefix(100))\".",
            remedy: "See /collections/\(collection.name)/items for those that there are.")
    }
}
