import ArgumentParser
import FeatureFormats
import GeographyModel
import HealthLiteracy

struct PatternCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pattern",
        abstract: "Measure how figures cluster in space and how unequal they are over deprivation.",
        discussion: """
            Moran's I and local Moran on queen contiguity of the full boundaries, with seeded permutations; slope, \
            relative and concentration index by deprivation, weighted by people.

              hlgeo pattern
              hlgeo pattern --within London --format json
            """)

    @OptionGroup var measure: FigureOptions

    @Option(help: "Level of geography: district, county, icb, region.")
    var level: String = "district"

    @Option(help: "How many times figures are scattered at random.")
    var permutations: Int = 999

    @Option(help: "What the scattering begins from.")
    var seed: UInt64 = 2021

    @Option(help: "The characteristic that puts areas in order of deprivation.")
    var by: String = "imd2025_avg_score"

    @OptionGroup var listing: ListingOptions
    @OptionGroup var store: StoreOptions

    func run() async throws {
        let query = PatternQuery(
            ranking: RankingQuery(
                indicator: measure.indicator, edition: measure.edition,
                areaType: AreaType(collection: level) ?? AreaType(rawValue: level), within: measure.within),
            permutations: permutations, seed: seed, deprivation: by)
        let pattern = try await store.service().pattern(query)
        switch listing.format {
        case .json: try await listing.write(JSONDocument(pattern.document).text)
        case .csv: try await listing.write(pattern.areasListing(onlyClusters: false))
        case .table:
            let layout = ListingFormat.Layout(width: Console.width, isColoured: Console.isColoured)
            let tables = [pattern.summaryListing, pattern.areasListing(onlyClusters: true)]
            try await listing.write(tables.map { ListingFormat.table.text($0, layout: layout) }.joined(separator: "\n"))
        }
    }
}
