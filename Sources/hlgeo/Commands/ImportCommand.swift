public import ArgumentParser
public import GeographyModel
import HealthLiteracy
import SpatialStore

extension Polarity: ExpressibleByArgument {}

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take your own boundaries, figures, initiatives or lookups into the store.",
        discussion: """
            Each import is one transaction. Bad rows are listed with what to do about them and left out; --strict refuses \
            the whole file instead, and --dry-run only tries.
            """,
        subcommands: [
            ImportEstimatesCommand.self, ImportInitiativesCommand.self, ImportBoundariesCommand.self,
            ImportLookupsCommand.self,
        ])
}

/// The options that all imports share.
struct ImportCommandOptions: ParsableArguments {
    @Argument(help: "The file; it may be compressed with gzip.")
    var file: String

    @Flag(help: "Check everything, change nothing.")
    var dryRun = false

    @Flag(help: "Refuse the whole file if a single row is bad or has to be repaired.")
    var strict = false

    @Option(help: "What the source is called (default: the file's name).")
    var source: String?

    @Option(help: "The licence of the data.")
    var licence: String?

    @Option(help: "The date or period that the data describe.")
    var vintage: String?

    @Option(help: "How many diagnostics to print; the others are counted.")
    var maxDiagnostics: Int = 200

    @OptionGroup var store: StoreOptions

    /// Runs an import with a progress bar, prints its diagnostics, and fails where the file was refused.
    ///
    /// - Parameter isBulk: Whether tens of megabytes may be written.
    func run(
        isBulk: Bool = false, _ work: (HealthLiteracyService, ImportOptions) async throws -> ImportReport
    ) async throws {
        let bar = ProgressBar()
        defer { bar.clear() }
        let options = ImportOptions(
            isDryRun: dryRun, isStrict: strict, sourceTitle: source, licence: licence, vintage: vintage,
            progress: { bar.show($0) })
        let service = try store.writableService(isBulk: isBulk && !dryRun)
        let report: ImportReport
        do {
            report = try await work(service, options)
        } catch {
            try? service.store.close()
            throw error
        }
        try service.store.close()
        bar.clear()
        for diagnostic in report.diagnostics.prefix(max(0, maxDiagnostics)) { Console.remark(diagnostic.description) }
        let hidden = report.diagnostics.count - max(0, maxDiagnostics)
        if hidden > 0 { Console.remark("… and \(hidden) more; raise --max-diagnostics to see them.") }
        for remark in report.remarks where !report.isRefused { Console.remark(remark) }
        if report.isRefused {
            throw GeodataError(.inputRefused, report.summary, remedy: "Mend the file and import it again.")
        }
        try Console.write(report.summary + "\n")
    }
}

struct ImportEstimatesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "estimates", abstract: "Take figures from CSV: one row an area, by code or name.",
        discussion: """
            The column names of Fingertips and of ONS are understood. Old codes and names are resolved, and the figures \
            of merged districts are combined, weighted by population.

              hlgeo import estimates tool.csv --edition tool-2021 --vintage "2021 census" --licence "by agreement"
            """)

    @OptionGroup var options: ImportCommandOptions

    @Option(help: "The indicator, where the file does not say it.")
    var indicator: String?

    @Option(help: "The edition, where the file does not say it; made if it is new.")
    var edition: String?

    @Option(help: "The title of the edition.")
    var title: String?

    @Option(help: "The direction of a new indicator: low-is-good or high-is-good.")
    var polarity: Polarity = .lowIsGood

    @Option(help: "The period to take, where the file has several (default: the latest).")
    var timePeriod: String?

    @Option(help: "The column that holds area codes, where its name does not tell.")
    var codeColumn: String?

    @Option(help: "The column that holds area names, where its name does not tell.")
    var nameColumn: String?

    @Option(parsing: .singleValue, help: "A column of values and its indicator, as COLUMN=INDICATOR; may be repeated.")
    var valueColumn: [String] = []

    @Flag(help: "Let the parts of a merged district that the file has stand for the whole of it.")
    var acceptParts = false

    func run() async throws {
        let columns = try valueColumn.map { pair -> (column: String, indicator: String) in
            let parts = pair.split(separator: "=", maxSplits: 1).map { String($0).trimmingWhitespace() }
            guard parts.count == 2 else {
                throw GeodataError(
                    .invalidRequest, "\"\(pair)\" does not name a column and an indicator.",
                    remedy: "Write --value-column \"Percent low=low-health-literacy\".")
            }
            return (parts[0], parts[1])
        }
        let query = EstimatesImportQuery(
            indicator: indicator, edition: edition, title: title, polarity: polarity, timePeriod: timePeriod,
            codeColumn: codeColumn, nameColumn: nameColumn, valueColumns: columns, acceptsParts: acceptParts)
        try await options.run { service, importOptions in
            try await service.importEstimates(
                from: options.file, query: query, options: importOptions, at: WallClock.instant)
        }
    }
}

struct ImportInitiativesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "initiatives", abstract: "Take initiatives from CSV: one row an initiative.",
        discussion: """
            Columns: name, programme, organisation, place, place_level, coverage, area_codes (or area_names), start, end, \
            longitude, latitude, summary, source_address, remark. Only name is needed.
            """)

    @OptionGroup var options: ImportCommandOptions

    func run() async throws {
        try await options.run { service, importOptions in
            try await service.importInitiatives(from: options.file, options: importOptions, at: WallClock.instant)
        }
    }
}

struct ImportBoundariesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "boundaries", abstract: "Take boundaries from GeoJSON, TopoJSON or HexJSON.",
        discussion: """
            Coordinates are CRS84 degrees or British National Grid metres. Boundaries that are not valid are repaired, and \
            all of them are generalised together for maps.

              hlgeo import boundaries wards.geojson --type ward --vintage 2024-05
            """)

    @OptionGroup var options: ImportCommandOptions

    @Option(help: "The level of geography, where the codes do not tell it.")
    var type: String?

    @Option(help: "The property that holds the area code.")
    var codeProperty: String?

    @Option(help: "The property that holds the area name.")
    var nameProperty: String?

    @Option(help: "The object of a TopoJSON file that is wanted.")
    var layer: String?

    @Option(help: "How far to generalise for maps, in metres (default: a twentieth of the typical area's width).")
    var tolerance: Double?

    func run() async throws {
        if let tolerance, !(0...100_000).contains(tolerance) {
            throw GeodataError(
                .invalidRequest, "A tolerance of \(tolerance) m cannot be used.", remedy: "Give 0 to 100000.")
        }
        let query = BoundariesImportQuery(
            areaType: type.map { AreaType(collection: $0) ?? AreaType(rawValue: $0) }, codeProperty: codeProperty,
            nameProperty: nameProperty, layer: layer, tolerance: tolerance)
        try await options.run(isBulk: true) { service, importOptions in
            try await service.importBoundaries(
                from: options.file, query: query, options: importOptions, at: WallClock.instant)
        }
    }
}

struct ImportLookupsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lookups", abstract: "Take from CSV which areas lie in which, or what became of old codes.",
        discussion: """
            Columns: child_code and parent_code (share, is_best_fit); or old_code, old_name and new_code (kind, weight, \
            first_year, last_year); or ONS's, such as LSOA21CD, LAD24CD, RGN24CD.
            """)

    @OptionGroup var options: ImportCommandOptions

    func run() async throws {
        try await options.run { service, importOptions in
            try await service.importLookups(from: options.file, options: importOptions, at: WallClock.instant)
        }
    }
}
