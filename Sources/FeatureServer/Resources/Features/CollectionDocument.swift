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
                relation: "alternate", target: address + "?f=html", type: ResponseFormat.html.linkType,
                title: "This collection as a page"),
            Link(
                relation: "items", target: address + "/items", type: ResponseFormat.geojson.linkType,
                title: "Its features"),
            Link(
                relation: "items", target: address + "/items?f=csv", type: ResponseFormat.csv.linkType,
                title: "Its features as CSV"),
            Link(
                relation: "items", target: address + "/items?f=html", type: ResponseFormat.html.linkType,
                title: "Its features as a page"),
            Link(
                relation: "http://www.opengis.net/def/rel/ogc/1.0/queryables", target: address + "/queryables",
                type: ResponseFormat.schema.linkType, title: "What filters can name"),
            Link(
                relation: "http://www.opengis.net/def/rel/ogc/1.0/schema", target: address + "/schema",
                type: ResponseFormat.schema.linkType, title: "What features carry"),
            Link(
                relation: "http://www.opengis.net/def/rel/ogc/1.0/sortables", target: address + "/sortables",
                type: ResponseFormat.schema.linkType, title: "What features can be sorted by"),
            // GDAL before 3.13 compares the relation letter by letter with the first.
            Link(
                relation: "describedBy", target: address + "/feature-schema",
                type: ResponseFormat.schema.linkType, title: "What a GeoJSON feature looks like"),
            Link(
                relation: "describedby", target: address + "/feature-schema",
                type: ResponseFormat.schema.linkType, title: "What a GeoJSON feature looks like"),
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
        if collection == .initiatives, let period = try await exchange.service.periodOfInitiatives() {
            extent.append(Property("temporal", temporal(period)))
        }
        let fixed = [
            Property("id", .text(collection.name)), Property("title", .text(collection.title)),
            Property("description", .text(collection.explanation)), Property("itemType", .text("feature")),
            Property("crs", systems), Property("storageCrs", .text(CoordinateReferenceSystem.crs84.uri)), links.member,
            Property("defaultSortOrder", .array(collection.usualOrder.map { .text($0) })),
        ]
        return fixed + (extent.isEmpty ? [] : [Property("extent", .object(extent))])
    }

    private static func temporal(_ period: (first: CalendarDay, last: CalendarDay?)) -> PropertyValue {
        let interval: [PropertyValue] = [
            .text("\(period.first)T00:00:00Z"), PropertyValue(period.last.map { "\($0)T23:59:59Z" }),
        ]
        return .object([
            Property("interval", .array([.array(interval)])),
            Property("trs", .text("http://www.opengis.net/def/uom/ISO-8601/0/Gregorian")),
        ])
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
                        (PageLink("Sortables", path + "/sortables"), "What features can be sorted by."),
                    ])),
            .mapPlace(
                PageMapPlace(
                    "The features with their places, for mapping tools.",
                    features: PageLink(
                        "As GeoJSON", path + "/items?f=json&limit=1000",
                        mediaType: ResponseFormat.geojson.linkType))),
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

    /// The properties by which features are in order unless a client asks for another order.
    var usualOrder: [String] {
        switch self {
        case .areas: ["area_code"]
        case .initiatives: ["initiative_id"]
        case .estimates: ["indicator", "edition", "area_code"]
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
