import GeographyModel
import HealthLiteracy
import QueryEngine

/// What filters can name (OGC 19-079r2), what features carry (OGC 23-058r1), or what they can be sorted by (OGC 24-030), as
/// a JSON Schema.
struct PropertiesDocument: Resource {
    /// Which of them.
    enum Kind: String {
        case queryables, schema, sortables

        /// The words for it in titles.
        var explanation: String {
            switch self {
            case .queryables: "what filters can name"
            case .schema: "what features carry"
            case .sortables: "what features can be sorted by"
            }
        }
    }

    let name: String
    let kind: Kind

    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        _ = try exchange.parameters()
        let collection = try exchange.collection(name)
        let all = exchange.holdings.queryables(of: collection)
        let queryables = kind == .sortables ? all.filter(\.isSortable) : all
        let canWrite = exchange.writing != nil && collection == .initiatives
        let properties = queryables.map { queryable in
            Property(queryable.name, .object(schema(queryable, collection, canWrite: canWrite)))
        }
        let members = [
            Property("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
            Property("$id", .text("\(exchange.address)/collections/\(collection.name)/\(kind.rawValue)")),
            Property("type", .text("object")), Property("title", .text(collection.name)),
            Property("properties", .object(identifier(collection) + properties)),
            Property("additionalProperties", .boolean(false)),
        ]
        return exchange.document(members) { page(collection, queryables) }
    }

    private func schema(_ queryable: Queryable, _ collection: CollectionID, canWrite: Bool) -> [Property] {
        var members = [Property("title", .text(queryable.title))] + queryable.valueSchema
        switch (collection, queryable.name) {
        case (.areas, "area_code"), (.initiatives, "initiative_id"): members.append(Self.isIdentifier)
        case (.initiatives, "geometry"):
            members += [Property("format", .text("geometry-point")), Self.isPlace]
        case (_, "geometry"):
            members += [Property("format", .text("geometry-multipolygon")), Self.isPlace]
        default: break
        }
        guard kind == .schema, !canWrite || ReceivedProperties.areDerived(queryable.name) else { return members }
        return members + [Property("readOnly", .boolean(true))]
    }

    /// Where no property tells features apart, their identifier is one more.
    private func identifier(_ collection: CollectionID) -> [Property] {
        guard kind == .schema, collection == .estimates else { return [] }
        return [
            Property(
                "id",
                .object([
                    Property("title", .text("Indicator, edition and area_code with slashes between them")),
                    Property("type", .text("string")), Self.isIdentifier, Property("readOnly", .boolean(true)),
                ]))
        ]
    }

    // The part that a property plays in its feature (OGC 23-058r1 §8).
    private static let isIdentifier = Property("x-ogc-role", .text("id"))
    private static let isPlace = Property("x-ogc-role", .text("primary-geometry"))

    private func page(_ collection: CollectionID, _ queryables: [Queryable]) -> Page {
        let path = "/collections/\(collection.name)"
        var page = Page(
            title: "\(collection.title): \(kind.explanation)",
            target: "\(path)/\(kind.rawValue)")
        page.trail = [.home, PageLink("Collections", "/collections"), PageLink(collection.title, path)]
        page.blocks = [
            .table(
                PageTable(
                    page.title, columns: [.init("Name", isRowHeader: true), .init("Kind"), .init("What it says")],
                    rows: queryables.map { [.text($0.name), .text($0.kind.rawValue), .text($0.title)] }))
        ]
        return page
    }
}
