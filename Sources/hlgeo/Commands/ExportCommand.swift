public import ArgumentParser
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
            indicator: figures.indicator, edition: figures.edition, within: figures.within, day: asOf.day)
        let service = try store.service()
        let file = try OutputFile(path: output)
        let summary = try await file.fill { try await service.export(query) { try file.write($0) } }
        if summary.leftOut > 0 {
            Console.remark("\(summary.leftOut) features were left out: the format cannot hold them.")
        }
        if let output { Console.remark("\(summary.written) features written to \(output)") }
    }
}
