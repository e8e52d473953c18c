import ArgumentParser
import FeatureFormats
import GeographyModel
import HealthLiteracy
import SiteSelection

struct SelectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "select", abstract: "Select pilot sites, exactly, under constraints, with comparators.",
        discussion: """
            Finds the sites that reach the most people with low health literacy (or another demand) and proves that no \
            others reach more. Says for each site why it was chosen and what the best alternative would cost, and \
            reserves areas to compare with. Ctrl-C ends the search and tells the best found.

              hlgeo select --sites 10 --distance 20km --min-per region=1
              hlgeo select --sites 6 --within London --exclude-active-initiatives --stability
              hlgeo select --model p-median --sites 10 --curve 1..20 --format json -o selection.json
              hlgeo select --sites 10 --curve 1..20 --report sites.html --report sites.md
              hlgeo select --candidates libraries.csv --demand-level lsoa --distance 5km --budget 500000 --cost rent
            """)

    /// How an answer is written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        /// Tables and notes for people.
        case table
        /// The sites, one a row.
        case csv
        /// Everything, as one document that can be read back.
        case json
        /// Sites, comparators and catchments for a map.
        case geojson

        init?(argument: String) { self.init(rawValue: argument == "text" ? "table" : argument) }
    }

    @OptionGroup(title: "Model, demand and candidates") var model: SelectionModelOptions
    @OptionGroup(title: "Constraints") var constraints: SelectionConstraintOptions
    @OptionGroup(title: "Certainty and explanation") var depth: SelectionDepthOptions

    @Option(name: .shortAndLong, help: "How to write the answer: table (or text), csv, json or geojson.")
    var format: Format = .table

    @Option(
        name: .shortAndLong, help: "The file to write (default: standard output). Beside CSV goes its metadata (CSVW).")
    var output: String?

    @OptionGroup(title: "Files for people") var files: SelectionFileOptions
    @OptionGroup var store: StoreOptions

    func run() async throws {
        var request = SelectionRequest()
        try model.apply(to: &request)
        try constraints.apply(to: &request)
        try depth.apply(to: &request)
        try files.check(hasCurve: request.curveTo != nil, output: output, inputs: model.files)
        let service = try store.service()
        let bar = ProgressBar()
        defer { bar.clear() }
        Interruption.catchFirst()
        let effort = SelectionEffort(
            isCancelled: { Interruption.hasCome },
            onProgress: { bar.show("\($0.phase), \(Int($0.seconds)) s (Ctrl-C for the best found)") })
        let report = try await service.select(request, inputs: model.inputs, effort: effort)
        bar.clear()
        try await write(report, service)
        try await files.write(report, service)
    }

    private func write(_ report: SelectionReport, _ service: HealthLiteracyService) async throws {
        switch format {
        case .table:
            let isFile = output != nil && output != "-"
            let layout = ListingFormat.Layout(
                width: isFile ? 160 : Console.width, isColoured: isFile ? false : Console.isColoured)
            let text = report.tables.map { ListingFormat.table.text($0, layout: layout) }.joined(separator: "\n")
            try await OutputFile.write(text, to: output)
        case .csv:
            try await OutputFile.write(ListingFormat.csv.text(report.listing), to: output)
            try await Sidecar.write(
                TableMetadata(report.listing, fileName: Sidecar.fileName(of: output)), besides: output)
        case .json: try await OutputFile.write(JSONDocument(report.document).text, to: output)
        case .geojson: try await OutputFile.write(try await service.geoJSON(of: report), to: output)
        }
    }
}
