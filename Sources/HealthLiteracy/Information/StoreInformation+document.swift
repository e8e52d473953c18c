public import GeographyModel
import SpatialStore

extension StoreInformation {
    /// The information as one document with stable keys.
    public var document: PropertyValue {
        .object([
            Property("store", .text(path)), Property("revision", .integer(revision)),
            Property("collections", .array(collections.map(\.value) + [initiatives])),
            Property("editions", .array(editions.map(\.value))), Property("sources", .array(sources.map(\.value))),
            Property("history", .array(history.map(\.value))), Property("versions", .object(versions)),
        ])
    }

    private var initiatives: PropertyValue {
        .object([Property("collection", .text("initiatives")), Property("count", .integer(initiativeCount))])
    }

    /// The information as tables for people.
    public var listings: [Listing] {
        [collectionsListing, editionsListing, sourcesListing, historyListing]
    }

    private var collectionsListing: Listing {
        let about = versions.map { version in
            if case .text(let text) = version.value { "\(version.name) \(text)" } else { version.name }
        }
        return Listing(
            title: "\(path), revision \(revision) (\(about.joined(separator: ", ")))", context: [],
            rowsName: "collections",
            columns: [
                .init("collection", heading: "Collection"), .init("count", heading: "Count", isNumeric: true),
                .init("with_boundary", heading: "With boundary", isNumeric: true),
            ],
            rows: collections.map { [.text($0.type.plural), .integer($0.count), .integer($0.withBoundary)] }
                + [[.text("initiatives"), .integer(initiativeCount), .null]],
            notes: [])
    }

    private var historyListing: Listing {
        Listing(
            title: "Last changes", context: [], rowsName: "history",
            columns: [
                .init("revision", heading: "Revision", isNumeric: true), .init("changed_at", heading: "When (UTC)"),
                .init("action", heading: "What", isElastic: true),
            ],
            rows: history.map { [.integer($0.revision), .text($0.changedAt), .text($0.action)] }, notes: [])
    }
}

extension StoreInformation.Collection {
    fileprivate var value: PropertyValue {
        .object([
            Property("collection", .text(type.plural)), Property("count", .integer(count)),
            Property("with_boundary", .integer(withBoundary)),
        ])
    }
}

extension StoreInformation.Change {
    fileprivate var value: PropertyValue {
        .object([
            Property("revision", .integer(revision)), Property("changed_at", .text(changedAt)),
            Property("action", .text(action)),
        ])
    }
}

extension RecordedEdition {
    fileprivate var value: PropertyValue {
        .object([
            Property("indicator_id", .text(indicator.id)), Property("indicator_title", .text(indicator.title)),
            Property("edition_id", .text(edition.id)), Property("title", .text(edition.title)),
            Property("producer", PropertyValue(edition.producer)), Property("vintage", PropertyValue(edition.vintage)),
            Property("method", PropertyValue(edition.method)), Property("is_modelled", .boolean(edition.isModelled)),
            Property("polarity", .text(indicator.polarity.rawValue)),
            Property("population_base", PropertyValue(edition.populationBase)),
            Property("citation", PropertyValue(edition.citation)), Property("source_id", .text(source.id)),
            Property(
                "figures",
                .object(
                    figureCounts.sorted { $0.key.rawValue < $1.key.rawValue }
                        .map { Property($0.key.plural, .integer($0.value)) })),
        ])
    }
}

extension DataSource {
    /// The source as an object with stable keys.
    var value: PropertyValue {
        .object([
            Property("source_id", .text(id)), Property("title", .text(title)),
            Property("publisher", PropertyValue(publisher)), Property("licence", .text(licence)),
            Property("address", PropertyValue(address)), Property("vintage", PropertyValue(vintage)),
            Property("attribution", PropertyValue(attribution)), Property("sha256", PropertyValue(sha256)),
        ])
    }
}
