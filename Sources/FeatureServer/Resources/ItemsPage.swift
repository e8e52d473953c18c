import FeatureFormats
import GeographyModel
import HealthLiteracy
import QueryEngine

/// A page of the features of a collection.
struct ItemsPage: Resource {
    let name: String

    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        let collection = try await exchange.collection(name)
        var parameters = try QueryParameters(exchange.request)
        let asked = try ItemsParameters(
            &parameters, of: collection, queryables: try await exchange.service.queryables(of: collection))
        let list = try await exchange.service.features(asked.query)
        let address = "\(exchange.address)/collections/\(collection.name)/items"
        let links = Self.links(address, exchange.request, next: list.page.next, isCSV: asked.isCSV)
        if asked.isCSV { return Self.csv(list, asked, links) }
        var header = CollectionHeader(
            name: collection.name, numberOfFeatures: list.page.features.count, notes: list.notes,
            attribution: list.attribution)
        header.members = [
            Property("numberMatched", PropertyValue(list.page.numberMatched)),
            Property("timeStamp", .text(exchange.changedAt)), links.member,
        ]
        var encoder = GeoJSONEncoder()
        var buffer = TextBuffer(capacity: TextBuffer.drainSize)
        encoder.begin(header, into: &buffer)
        for feature in list.page.features { encoder.encode(feature, into: &buffer) }
        encoder.end(into: &buffer)
        return ServerResponse(
            headers: [
                ("Content-Type", "application/geo+json"), ("Content-Crs", "<\(asked.query.system.uri)>"),
            ], body: buffer.takeBytes())
    }

    private static func csv(_ list: FeatureList, _ asked: ItemsParameters, _ links: [Link]) -> ServerResponse {
        var encoder = CSVFeatureEncoder(
            columns: list.page.columns, hasPoints: asked.query.geometry == .centroid, system: asked.query.system)
        let text = encoder.text(list.page.features, header: CollectionHeader(name: list.collection.name))
        // CSV has no place for links and counts, so the header fields carry them.
        let next = links.filter { $0.relation == "next" }.map { ("Link", "<\($0.target)>; rel=\"next\"") }
        return ServerResponse(
            headers: [
                ("Content-Type", "text/csv; charset=utf-8; header=present"),
                ("OGC-NumberMatched", "\(list.page.numberMatched ?? 0)"),
                ("OGC-NumberReturned", "\(list.page.features.count)"),
            ] + next, body: Array(text.utf8))
    }

    private static func links(_ address: String, _ request: ServerRequest, next: PageToken?, isCSV: Bool) -> [Link] {
        func target(_ changes: [String: String?]) -> String {
            var query = request.query.filter { !changes.keys.contains($0.name) }
            for (name, value) in changes.sorted(by: { $0.key < $1.key }) {
                if let value { query.append((name, value)) }
            }
            let text = query.map { "\($0.name.encoded)=\($0.value.encoded)" }.joined(separator: "&")
            return text.isEmpty ? address : "\(address)?\(text)"
        }
        let own = isCSV ? "text/csv" : "application/geo+json"
        var links = [
            Link(relation: "self", target: target([:]), type: own, title: "This page"),
            isCSV
                ? Link(
                    relation: "alternate", target: target(["f": nil]), type: "application/geo+json", title: "As GeoJSON"
                )
                : Link(relation: "alternate", target: target(["f": "csv"]), type: "text/csv", title: "As CSV"),
        ]
        if let next {
            links.append(
                Link(relation: "next", target: target(["after": next.description]), type: own, title: "The next page"))
        }
        return links
    }
}

extension String {
    /// The text as a part of a query (RFC 3986 §2.3).
    fileprivate var encoded: String {
        utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: ":"):
                String(Unicode.Scalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
