public import ArgumentParser
import FeatureFormats
public import GeographyModel
public import HealthLiteracy
import QueryEngine

extension ExportQuery.Format: ExpressibleByArgument {}
extension GeometryDetail: ExpressibleByArgument {}

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Hand a collection out to mapping tools, statistics programs and spreadsheets.",
        discussion: """
            Collections: districts, counties, icbs, regions, countries, initiatives, estimates, and what you imported.

              hlgeo export districts -o districts.geojson
              hlgeo export districts --within London --format csv --properties area_code,area_name,pop_16_64
            """)

    @Argument(help: "What to hand out.")
    var collection: String

    @Option(name: .shortAndLong, help: "geojson, geojsonseq, csv, fingertips or hexjson.")
    var format: ExportQuery.Format = .geojson

    @Option(help: "full, generalised, centroid or none (default: full in GeoJSON, none elsewhere).")
    var geometry: GeometryDetail?

    @Option(help: "Names of properties, separated by commas (default: all usual ones).")
    var properties: String?

    @Option(help: "Into how many classes value_class divides the areas, 2 to 9.")
    var classes: Int = 5

    @Option(help: "How classes are made: quantile (of about equal size), equal (of the same width) or fisher-jenks.")
    var classMethod: ClassMethod = .quantile

    @Option(
        parsing: .unconditional, help: "Properties to sort by, separated by commas; -value sorts the greatest first.")
    var sort: String?

    @OptionGroup var coordinates: CoordinateOptions
    @OptionGroup var condition: FilterOptions
    @OptionGroup var figures: FigureOptions
    @OptionGroup var asOf: DayOption

    @Option(name: .shortAndLong, help: "The file to write (default: standard output).")
    var output: String?

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let collection = try CollectionOption.collection(collection)
        let query = ExportQuery(
            collection: collection, format: format, geometry: geometry,
            properties: try PropertyNames.read(properties),
            indicator: figures.indicator, edition: figures.edition, within: figures.within,
            filter: try condition.condition(), sort: try SortOption.keys(sort), system: coordinates.system,
            day: asOf.day,
            classes: classes, classMethod: classMethod)
        let service = try store.service()
        let file = try OutputFile(path: output)
        let summary = try await file.fill { try await service.export(query) { try file.write($0) } }
        if format == .csv || format == .fingertips {
            try await Sidecar.write(metadata(summary, service.queryables(of: collection)), besides: output)
        }
        if summary.leftOut > 0 {
            Console.remark("\(summary.leftOut) features were left out: the format cannot hold them.")
        }
        for note in summary.notes where note.code == .coordinates { Console.remark(note.text) }
        if let output { Console.remark("\(summary.written) features written to \(output)") }
    }

    /// What the CSV file cannot say of itself.
    private func metadata(_ summary: ExportSummary, _ queryables: [Queryable]) -> TableMetadata {
        let points = format == .csv && geometry == .centroid ? coordinates.system.columnNames : []
        return TableMetadata(
            fileName: Sidecar.fileName(of: output), title: collection,
            context: [Property("attribution", .text(summary.attribution))],
            columns: CSVColumns.described(summary.columns + points, by: queryables), notes: summary.notes)
    }
}
