import ArgumentParser
import FeatureFormats
import GeographyModel
import HealthLiteracy

struct RankCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank", abstract: "Rank districts by low health literacy.",
        discussion: """
            Rank 1 is the greatest need; equal figures share a rank (1, 2, 2, 4).

              hlgeo rank --within London --top 10
              hlgeo rank --by people --within "North East" --format csv
              hlgeo rank --filter "imd2025_avg_score > 30 AND local_initiative_count = 0"
            """)

    @OptionGroup var ranking: RankingOptions

    @Option(help: "Compare with england, region, icb or a figure, and show it in the table too.")
    var benchmark: String?

    @OptionGroup var condition: FilterOptions
    @OptionGroup var listing: ListingOptions
    @OptionGroup var store: StoreOptions

    func run() async throws {
        var query = try ranking.query()
        query.filter = try condition.condition()
        query.benchmark = try benchmark.map { words in
            guard let benchmark = Benchmark(words) else {
                throw GeodataError(
                    .invalidRequest, "\"\(words)\" is nothing to compare with.",
                    remedy: "Use england, region, icb, or a figure such as 38.66.")
            }
            return benchmark
        }
        // A table has room for the comparison only where it is asked for; programs get it always.
        if benchmark == nil, listing.format != .table { query.benchmark = .england }
        try await listing.write(store.service().rank(query).listing(showsBenchmark: benchmark != nil))
    }
}
