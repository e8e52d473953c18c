import GeographyModel
import HealthLiteracy
import QueryEngine

/// All collections.
struct CollectionsDocument: Resource {
    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        try exchange.requireOnlyFormat()
        var documents: [PropertyValue] = []
        for collection in try await exchange.service.collections() {
            documents.append(.object(try await CollectionDocument.members(collection, exchange)))
        }
        let links = [Link(relation: "self", target: exchange.address + "/collections", title: "This document")]
        return .json([
            links.member, Property("crs", CollectionDocument.systems), Property("collections", .array(documents)),
        ])
    }
}

/// One collection: what it holds, where, and in which reference systems.
struct CollectionDocument: Resource {
    let name: String

    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        try exchange.requireOnlyFormat()
        return .json(try await Self.members(try await exchange.collection(name), exchange))
    }

    /// The reference systems that features are handed out in, CRS84 first.
    static let systems = PropertyValue.array(CoordinateReferenceSystem.allCases.map { .text($0.uri) })

    static func members(_ collection: CollectionID, _ exchange: Exchange) async throws -> [Property] {
        let address = "\(exchange.address)/collections/\(collection.name)"
        let links = [
            Link(relation: "self", target: address, title: "This collection"),
            Link(relation: "items", target: address + "/items", type: "application/geo+json", title: "Its features"),
            Link(relation: "items", target: address + "/items?f=csv", type: "text/csv", title: "Its features as CSV"),
            Link(
                relation: "http://www.opengis.net/def/rel/ogc/1.0/queryables", target: address + "/queryables",
                type: "application/schema+json", title: "What filters can name"),
            Link(
                relation: "http://www.opengis.net/def/rel/ogc/1.0/schema", target: address + "/schema",
                type: "application/schema+json", title: "What features carry"),
        ]
        var extent: [Property] = []
        if let box = try await exchange.service.extent(of: collection) {
            let sides = [box.west, box.south, box.east, box.north].map { PropertyValue.number($0) }
            extent.append(
                Property(
                    "spatial",
                    .object([
                        Property("bbox", .array([.array(sides)])),
                        Property("crs", .text(CoordinateReferenceSystem.crs84.uri)),
                    ])))
        }
        let fixed = [
            Property("id", .text(collection.name)), Property("title", .text(collection.title)),
            Property("description", .text(collection.explanation)), Property("itemType", .text("feature")),
            Property("crs", systems), Property("storageCrs", .text(CoordinateReferenceSystem.crs84.uri)), links.member,
        ]
        return fixed + (extent.isEmpty ? [] : [Property("extent", .object(extent))])
    }
}

extension CollectionID {
    /// The collection's name for people.
    fileprivate var title: String {
        switch self {
        case .areas(let type): type.pluralLabel.prefix(1).uppercased() + type.pluralLabel.dropFirst()
        case .initiatives: "Initiatives"
        case .estimates: "Estimates"
        }
    }

    /// What the collection holds.
    fileprivate var explanation: String {
        switch self {
        case .areas(let type):
            "Every \(type.label) with the figure of one edition, its rank among all \(type.pluralLabel), and the initiatives there."
        case .initiatives: "Work in some places that tries to improve health literacy."
        case .estimates: "Every figure of every edition, one a feature."
        }
    }
}
