import ArgumentParser
import FeatureFormats
import Foundation
import GeographyModel
import HealthLiteracy
import QueryEngine

struct LocateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "locate",
        abstract: "Find the area that a point, or each point of a file, lies in, with its figure and initiatives.",
        discussion: """
            Takes longitude and latitude, or a CSV file with a point in each row (longitude and latitude, or easting \
            and northing; '-' is standard input). Rows keep their order; locate_status says what became of each. A \
            point on a boundary is found in the area with the lowest code.

              hlgeo locate -0.03 51.53
              hlgeo locate surgeries.csv -o surgeries-located.csv
            """)

    @Argument(parsing: .allUnrecognized, help: "LONGITUDE LATITUDE, or a file of points.")
    var points: [String]

    @Option(help: "Level of geography: district, county, icb, region, or one that you imported.")
    var level: String = "district"

    @Option(help: "What to say of the area: names of properties, separated by commas.")
    var properties: String?

    @Option(help: "The column of longitudes or eastings, where its name does not tell.")
    var xColumn: String?

    @Option(help: "The column of latitudes or northings, where its name does not tell.")
    var yColumn: String?

    @Option(name: .customLong("crs"), help: "Reference system of the points, where the columns do not tell.")
    var system: CoordinateReferenceSystem?

    @Option(help: "The indicator, such as low-health-literacy (the default).")
    var indicator: String?

    @Option(help: "The edition (default: the one with figures for most areas).")
    var edition: String?

    @OptionGroup var asOf: DayOption
    @OptionGroup var listing: ListingOptions
    @OptionGroup var store: StoreOptions

    func run() async throws {
        let query = LocateQuery(
            areaType: AreaType(collection: level) ?? AreaType(rawValue: level), indicator: indicator, edition: edition,
            day: asOf.day, properties: try PropertyNames.read(properties))
        switch points.count {
        case 1: try await locateFile(points[0], query)
        case 2:
            guard let first = Double(points[0]), let second = Double(points[1]) else { fallthrough }
            guard system == nil || system == .crs84 else {
                throw GeodataError(
                    .invalidRequest, "A single point is taken as longitude and latitude.",
                    remedy: "Leave --crs out, or put the point into a CSV file.")
            }
            let place = Position(longitude: first, latitude: second)
            let found = try await store.service().locate(place, query)
            try await listing.write(listing.format == .table ? found.sheet : found.listing)
        default:
            throw GeodataError(
                .invalidRequest, "\"\(points.joined(separator: " "))\" is neither a point nor a file.",
                remedy: "Give longitude and latitude, such as -0.03 51.53, or one CSV file.")
        }
    }

    private func locateFile(_ path: String, _ query: LocateQuery) async throws {
        guard listing.format != .json else {
            throw GeodataError(
                .invalidRequest, "A file of points is copied as CSV, not written as JSON.",
                remedy: "Leave --format out, or give a single point.")
        }
        let service = try store.service()
        let file = try OutputFile(path: listing.output)
        let bar = ProgressBar()
        defer { bar.clear() }
        let summary = try await file.fill {
            try await service.locate(
                pointsIn: path, columns: PointColumns(x: xColumn, y: yColumn, system: system), query,
                progress: { bar.show($0) }, to: { try file.write($0) })
        }
        bar.clear()
        let metadata = TableMetadata(
            fileName: Sidecar.fileName(of: listing.output), title: "Points with their \(query.areaType.plural)",
            context: [],
            columns: CSVColumns.described(
                summary.columns, by: try await service.queryables(of: .areas(query.areaType))), notes: summary.notes)
        try await Sidecar.write(metadata, besides: listing.output)
        for diagnostic in summary.diagnostics { Console.remark(diagnostic.description) }
        Console.remark(
            """
            \(summary.rows) rows in \(summary.system.shortName): \(summary.located) located, \(summary.outside) outside, \
            \(summary.bad) bad
            """)
        if summary.located == 0, summary.outside > 0 {
            Console.remark("No point lies in any area. Are the columns of longitude and latitude the right way round?")
        }
    }
}
