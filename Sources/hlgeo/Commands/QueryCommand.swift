import ArgumentParser
import FeatureFormats
import GeographyModel
import HealthLiteracy
import QueryEngine

struct QueryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query",
        abstract: "Look features up by a condition, page by page, and see how they are found.",
        discussion: """
            Collections: districts, counties, icbs, regions, countries, initiatives, estimates, and what you imported. \
            'hlgeo query districts --properties help' lists what can be asked for.

              hlgeo query districts --filter "value > 45 AND active_local_initiative_count = 0" --sort=-people
              hlgeo query districts --filter "S_INTERSECTS(geometry, POINT(-0.03 51.53))" --explain
              hlgeo query initiatives --filter "T_DURING(period, INTERVAL('2022-01-01', '2023-12-31'))" -f json
            """)

    /// How a page is written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, csv, json, geojson
    }

    @Argument(help: "The collection.")
    var collection: String

    @OptionGroup var condition: FilterOptions

    @Option(
        parsing: .unconditional, help: "Properties to sort by, separated by commas; -value sorts the greatest first.")
    var sort: String?

    @Option(help: "Names of properties, separated by commas (default: the usual ones); help lists them.")
    var properties: String?

    @Option(help: "How many features a page has.")
    var limit: Int = HealthLiteracyService.defaultPageSize

    @Option(help: "Begin after the feature that this token remembers; each page but the last gives one.")
    var after: String?

    @Option(help: "full, generalised, centroid or none; in GeoJSON.")
    var geometry: GeometryDetail = .none

    @OptionGroup var coordinates: CoordinateOptions

    @Flag(help: "Show how the features are found, in words and SQL, instead of looking.")
    var explain = false

    @OptionGroup var figures: FigureOptions
    @OptionGroup var asOf: DayOption

    @Option(name: .shortAndLong, help: "How to write the answer: table, csv, json or geojson.")
    var format: Format = .table

    @Option(name: .shortAndLong, help: "The file to write (default: standard output).")
    var output: String?

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let id = try CollectionOption.collection(collection)
        let service = try store.service()
        if properties == "help" {
            return try await OutputFile.write(
                ListingFormat.table.text(Self.listing(of: service.queryables(of: id), id), layout: layout), to: output)
        }
        let query = CollectionQuery(
            collection: id, filter: try condition.condition(), within: figures.within, indicator: figures.indicator,
            edition: figures.edition, day: asOf.day,
            properties: try PropertyNames.read(properties),
            sort: try SortOption.keys(sort), geometry: geometry, system: coordinates.system, limit: limit,
            after: try after.map { try PageToken($0) })
        if explain { return try await OutputFile.write(try await service.explain(query).text, to: output) }
        let list = try await service.features(query)
        let listing = list.listing
        try await OutputFile.write(text(list, listing), to: output)
        guard format == .csv || format == .geojson else { return }
        if format == .csv {
            let metadata = TableMetadata(
                fileName: Sidecar.fileName(of: output), title: listing.title,
                context: [Property("attribution", .text(list.attribution))],
                columns: CSVColumns.described(list.page.columns, by: try await service.queryables(of: id)),
                notes: listing.notes)
            try await Sidecar.write(metadata, besides: output)
        }
        Console.remark(listing.title + (list.page.next.map { "; more follow: --after \($0)" } ?? ""))
    }

    private var layout: ListingFormat.Layout {
        let isFile = output != nil && output != "-"
        return ListingFormat.Layout(
            width: isFile ? 160 : Console.width, isColoured: isFile ? false : Console.isColoured)
    }

    private func text(_ list: FeatureList, _ listing: Listing) -> String {
        switch format {
        case .table: ListingFormat.table.text(listing, layout: layout)
        case .csv: ListingFormat.csv.text(listing, layout: layout)
        case .json: ListingFormat.json.text(listing, layout: layout)
        case .geojson: list.geojson
        }
    }

    private static func listing(of queryables: [Queryable], _ collection: CollectionID) -> Listing {
        Listing(
            title: "What \(collection.name) can be filtered by, sorted by and shown with", context: [],
            rowsName: "queryables",
            columns: [
                .init("name", heading: "Name"), .init("kind", heading: "Kind"),
                .init("title", heading: "What it says", isElastic: true),
            ],
            rows: queryables.map { [.text($0.name), .text($0.kind.rawValue), .text($0.title)] }, notes: [])
    }
}
