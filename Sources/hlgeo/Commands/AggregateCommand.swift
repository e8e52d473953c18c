import ArgumentParser
import GeographyModel
import HealthLiteracy

struct AggregateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "aggregate", abstract: "Roll figures up to regions, boards, counties or groups of your own.",
        discussion: """
            Percentages are weighted by people, draw by draw where the edition has draws, so that the interval of the whole \
            is right. A file of groups has the columns area_code (or area_name), group, and share where an area is divided.

              hlgeo aggregate --to icb
              hlgeo aggregate --to library-services.csv --format csv
            """)

    @Option(help: "region, icb, county, country, or a CSV file with groups of your own.")
    var to: String

    @Option(help: "The indicator, such as low-health-literacy (the default).")
    var indicator: String?

    @Option(help: "The edition (default: the one with figures for most areas).")
    var edition: String?

    @Option(help: "The level of geography that is rolled up.")
    var level: String = "district"

    @OptionGroup var listing: ListingOptions
    @OptionGroup var store: StoreOptions

    func run() async throws {
        let target: AggregateQuery.Target = AreaType(collection: to).map { .level($0) } ?? .file(to)
        let query = AggregateQuery(
            to: target, indicator: indicator, edition: edition,
            areaType: AreaType(collection: level) ?? AreaType(rawValue: level))
        let aggregation = try await store.service().aggregate(query)
        for diagnostic in aggregation.diagnostics { Console.remark(diagnostic.description) }
        if aggregation.groups.isEmpty {
            throw GeodataError(.inputRefused, "No row of \(to) could be used.", remedy: "Mend the file.")
        }
        try await listing.write(aggregation.listing)
    }
}
