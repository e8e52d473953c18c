import GeographyModel
import HealthLiteracy
import QueryEngine

/// All collections.
struct CollectionsDocument: Resource {
    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        _ = try exchange.parameters()
        let collections = exchange.holdings.collections
        var documents: [PropertyValue] = []
        for collection in collections {
            documents.append(.object(try await CollectionDocument.members(collection, exchange)))
        }
        let members = [
            exchange.links(title: "This document").member, Property("crs", CollectionDocument.systems),
            Property("collections", .array(documents)),
        ]
        return exchange.document(members) {
            var page = Page(title: "Collections", target: "/collections")
            page.lead = "Features for mapping tools and programs, by OGC API – Features."
            page.blocks = [
                .links(
                    PageLinks(
                        "What there is",
                        collections.map { (PageLink($0.title, "/collections/\($0.name)"), $0.explanation) }))
            ]
            return page
        }
    }
}

/// One collection: what it holds, where, and in which reference systems.
struct CollectionDocument: Resource {
    let name: String

    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        _ = try exchange.parameters()
        let collection = try exchange.collection(name)
        let members = try await Self.members(collection, exchange)
        return exchange.document(members) { Self.page(collection) }
    }

    /// The reference systems that features are handed out in, CRS84 first.
    static let systems = PropertyValue.array(CoordinateReferenceSystem.allCases.map { .text($0.uri) })

    static func members(_ collection: CollectionID, _ exchange: Exchange) async throws -> [Property] {
        let address = "\(exchange.address)/collections/\(collection.name)"
        let links = [
            Link(relation: "self", target: address, title: "This collection"),
            Link(
                relation: "alternate", target: address + "?f=html", type: ResponseFormat.html.offer.description,
                title: "This collection as a page"),
            Link(
                relation: "items", target: address + "/items", type: ResponseFormat.geojson.offer.description,
                title: "Its features"),
            Link(
                relation: "items", target: address + "/items?f=csv", type: ResponseFormat.csv.offer.description,
                title: "Its features as CSV"),
            Link(
                relation: "items", target: address + "/items?f=html", type: ResponseFormat.html.offer.description,
                title: "Its features as a page"),
            Link(
                relation: "http://www.opengis.net/def/rel/ogc/1.0/queryables", target: address + "/queryables",
                type: ResponseFormat.schema.offer.description, title: "What filters can name"),
            Link(
                relation: "http://www.opengis.net/def/rel/ogc/1.0/schema", target: address + "/schema",
                type: ResponseFormat.schema.offer.description, title: "What features carry"),
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

    private static func page(_ collection: CollectionID) -> Page {
        let path = "/collections/\(collection.name)"
        var page = Page(title: collection.title, target: path)
        page.lead = collection.explanation
        page.trail = [.home, PageLink("Collections", "/collections")]
        page.blocks = [
            .links(
                PageLinks(
                    "Its parts",
                    [
                        (PageLink("Features", path + "/items"), "Page by page, with filters."),
                        (PageLink("Queryables", path + "/queryables"), "What filters can name."),
                        (PageLink("Schema", path + "/schema"), "What features carry."),
                    ])),
            .mapPlace(
                PageMapPlace(
                    "The features with their places, for mapping tools.",
                    features: PageLink(
                        "As GeoJSON", path + "/items?f=json&limit=1000",
                        mediaType: ResponseFormat.geojson.offer.description))),
        ]
        return page
    }
}

extension CollectionID {
    /// The collection's name for people.
    var title: String {
        switch self {
        case .areas(let type): type.pluralLabel.prefix(1).uppercased() + type.pluralLabel.dropFirst()
        case .initiatives: "Initiatives"
        case .estimates: "Estimates"
        }
    }

    /// What the collection holds.
    var explanation: String {
        switch self {
        case .areas(let type):
            "Every \(type.label) with the figure of one edition, its rank among all \(type.pluralLabel), and the initiatives there."
        case .initiatives: "Work in some places that tries to improve health literacy."
        case .estimates: "Every figure of every edition, one a feature."
        }
    }
}
