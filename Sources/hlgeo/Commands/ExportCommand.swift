public import ArgumentParser
import FeatureFormats
public import GeographyModel
public import HealthLiteracy

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

    @OptionGroup var figures: FigureOptions
    @OptionGroup var asOf: DayOption

    @Option(name: .shortAndLong, help: "The file to write (default: standard output).")
    var output: String?

    @OptionGroup var store: StoreOptions

    func run() async throws {
        guard let collection = ExportQuery.Collection(name: collection) else {
            throw GeodataError(
                .invalidRequest, "There is no collection \"\(self.collection)\".",
                remedy:
                    "Use districts, counties, icbs, regions, countries, wards, msoas, lsoas, initiatives or estimates.")
        }
        let query = ExportQuery(
            collection: collection, format: format, geometry: geometry,
            properties: properties?.split(separator: ",").map { String($0).trimmingWhitespace() },
            indicator: figures.indicator, edition: figures.edition, within: figures.within, day: asOf.day,
            classes: classes, classMethod: classMethod)
        let service = try store.service()
        let file = try OutputFile(path: output)
        let summary = try await file.fill { try await service.export(query) { try file.write($0) } }
        if format == .csv || format == .fingertips {
            try await Sidecar.write(metadata(summary), besides: output)
        }
        if summary.leftOut > 0 {
            Console.remark("\(summary.leftOut) features were left out: the format cannot hold them.")
        }
        if let output { Console.remark("\(summary.written) features written to \(output)") }
    }

    /// What the CSV file cannot say of itself.
    private func metadata(_ summary: ExportSummary) -> TableMetadata {
        TableMetadata(
            fileName: Sidecar.fileName(of: output), title: collection,
            context: [Property("attribution", .text(summary.attribution))],
            columns: (summary.columns + (format == .csv && geometry == .centroid ? ["longitude", "latitude"] : [])).map
            {
                .init(name: $0, title: $0, datatype: Self.datatype(of: $0))
            }, notes: summary.notes)
    }

    private static func datatype(of column: String) -> String {
        let whole: Set = [
            "rank", "rank_lower", "rank_upper", "quantile_group", "value_class", "people", "initiative_count",
            "active_initiative_count", "hex_q", "hex_r",
        ]
        let measured: Set = [
            "value", "lower_ci", "upper_ci", "count", "denominator", "population", "probability_in_worst",
            "class_upper_bound", "longitude", "latitude",
        ]
        let covariates = ["pop_", "pct_", "imd20", "social_grade_", "residents_"]
        if whole.contains(column) { return "integer" }
        return measured.contains(column) || covariates.contains(where: column.hasPrefix) ? "number" : "string"
    }
}
