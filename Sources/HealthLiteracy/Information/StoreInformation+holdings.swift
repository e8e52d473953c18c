public import GeographyModel
import SpatialStore

extension StoreInformation {
    /// The editions as a listing; a table shows what tells them apart.
    public var editionsListing: Listing {
        Listing(
            title: "Editions", context: [], rowsName: "editions",
            columns: [
                .init("indicator_id", heading: "Indicator"),
                .init("indicator_title", heading: "Measures", isHiddenInTable: true),
                .init("edition_id", heading: "Edition"), .init("title", heading: "Title", isHiddenInTable: true),
                .init("producer", heading: "Producer", isHiddenInTable: true),
                .init("vintage", heading: "Vintage", isElastic: true),
                .init("figures", heading: "Figures", isElastic: true),
                .init("method", heading: "Method", isHiddenInTable: true),
                .init("is_modelled", heading: "Modelled", isHiddenInTable: true),
                .init("population_base", heading: "Population", isHiddenInTable: true),
                .init("citation", heading: "Citation", isHiddenInTable: true),
                .init("source_id", heading: "Source", isHiddenInTable: true),
            ],
            rows: editions.map {
                [
                    .text($0.indicator.id), .text($0.indicator.title), .text($0.edition.id), .text($0.edition.title),
                    PropertyValue($0.edition.producer), PropertyValue($0.edition.vintage), .text($0.figures),
                    PropertyValue($0.edition.method), .boolean($0.edition.isModelled),
                    PropertyValue($0.edition.populationBase), PropertyValue($0.edition.citation), .text($0.source.id),
                ]
            }, notes: [])
    }

    /// The indicators that have an edition, as a listing.
    public var indicatorsListing: Listing {
        var seen: Set<String> = []
        let indicators = editions.map(\.indicator).filter { seen.insert($0.id).inserted }
        return Listing(
            title: "Indicators", context: [], rowsName: "indicators",
            columns: [
                .init("indicator_id", heading: "Indicator"), .init("title", heading: "Title"),
                .init("unit", heading: "Unit"), .init("polarity", heading: "Good is"),
                .init("age_range", heading: "Ages"), .init("definition", heading: "What is measured"),
                .init("cautions", heading: "What it may not be used for"),
            ],
            rows: indicators.map {
                [
                    .text($0.id), .text($0.title), .text($0.unit), .text($0.polarity.rawValue),
                    PropertyValue($0.ageRange), .text($0.definition), .text($0.cautions),
                ]
            }, notes: [])
    }

    /// The sources as a listing; a table shows title and licence.
    public var sourcesListing: Listing {
        Listing(
            title: "Sources", context: [], rowsName: "sources",
            columns: [
                .init("source_id", heading: "Source", isElastic: true),
                .init("title", heading: "Title", isElastic: true),
                .init("publisher", heading: "Publisher", isHiddenInTable: true),
                .init("licence", heading: "Licence", isElastic: true),
                .init("address", heading: "Address", isHiddenInTable: true),
                .init("vintage", heading: "Vintage", isHiddenInTable: true),
                .init("attribution", heading: "Attribution", isHiddenInTable: true),
                .init("sha256", heading: "SHA-256", isHiddenInTable: true),
            ],
            rows: sources.map {
                [
                    .text($0.id), .text($0.title), PropertyValue($0.publisher), .text($0.licence),
                    PropertyValue($0.address), PropertyValue($0.vintage), PropertyValue($0.attribution),
                    PropertyValue($0.sha256),
                ]
            }, notes: [])
    }
}

extension RecordedEdition {
    /// How many areas of each level have a figure, in words.
    fileprivate var figures: String {
        let levels = AreaType.known.filter { (figureCounts[$0] ?? 0) > 0 }
        let others = figureCounts.keys.filter { !AreaType.known.contains($0) }.sorted { $0.rawValue < $1.rawValue }
        return (levels + others).map { type in
            let count = figureCounts[type] ?? 0
            return "\(count) \(count == 1 ? type.label : type.plural)"
        }.joined(separator: ", ")
    }
}
