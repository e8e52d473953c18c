import ArgumentParser
import GeographyModel
import HealthLiteracy
import SpatialStore

struct EstimateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "estimate", abstract: "Model low health literacy with other settings, or for areas of your own.",
        discussion: """
            Without options this computes the default edition again. With any option it makes an edition of its own, which \
            needs an identifier; the others stay. The figures are modelled here, they are not the University of \
            Southampton's, and they are not for evaluating an initiative.

              hlgeo estimate --edition-id shifted --benchmark-to 38.66
              hlgeo estimate --edition-id wards --margins wards.csv --level ward

            The margins are one row an area: area_code, area_name, population, and for each factor the proportion 0 to 1 of \
            people at each level, as FACTOR.LEVEL (male.yes, job_status.higher …), where one level may be left out.
            """)

    @Option(help: "The identifier of the edition that is made.")
    var editionId: String?

    @Option(help: "The title of the edition.")
    var title: String?

    @Option(help: "How many joint posterior draws to take.")
    var draws: Int = 1000

    @Option(help: "What the draws begin from; the same seed gives the same figures.")
    var seed: UInt64 = 2021

    @Option(help: "Shift all areas together to this percentage, such as 38.66.")
    var benchmarkTo: Double?

    @Option(help: "Standard deviation of local factors that the model cannot see, on the logit scale.")
    var areaResidualSd: Double = 0

    @Option(help: "Standard deviation of the level that intercept and deprivation bands share, on the logit scale.")
    var levelSd: Double = 0.235

    @Option(help: "The margin of deprivation: score-bands (IMD 2025) or quintiles (IMD 2019).")
    var deprivation: String = "score-bands"

    @Option(help: "A CSV file with the cross table that raking begins from (default: independence).")
    var seedTable: String?

    @Option(help: "A CSV file with margins of your own areas (default: the embedded districts).")
    var margins: String?

    @Option(help: "The level of geography of your areas, where their codes do not tell it.")
    var level: String?

    @Option(help: "What the source of your margins is called.")
    var source: String?

    @Option(help: "The licence of your margins.")
    var licence: String?

    @Option(help: "The date or period that your margins describe.")
    var vintage: String?

    @Flag(help: "Compute everything, change nothing.")
    var dryRun = false

    @Flag(help: "Refuse the whole file of margins if a single row is bad.")
    var strict = false

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let query = EstimateQuery(
            edition: editionId, title: title,
            settings: ModelSettings(
                drawCount: draws, seed: seed, levelSD: levelSd, residualSD: areaResidualSd, benchmark: benchmarkTo,
                deprivation: deprivation),
            margins: margins, areaType: level.map { AreaType(collection: $0) ?? AreaType(rawValue: $0) },
            seedTable: seedTable)
        let options = ImportOptions(
            isDryRun: dryRun, isStrict: strict, sourceTitle: source, licence: licence, vintage: vintage)
        let service = try store.writableService(isBulk: false)
        let report = try await service.estimate(query, options: options, at: WallClock.instant)
        try service.store.close()
        for diagnostic in report.margins.diagnostics { Console.remark(diagnostic.description) }
        if report.margins.isRefused {
            throw GeodataError(.inputRefused, report.margins.summary, remedy: "Mend the file and try again.")
        }
        try Console.write(report.summary + "\n")
    }
}
