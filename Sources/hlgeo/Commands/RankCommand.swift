import ArgumentParser
import HealthLiteracy

struct RankCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank", abstract: "Rank districts by low health literacy.",
        discussion: """
            Rank 1 is the greatest need; equal figures share a rank (1, 2, 2, 4).

              hlgeo rank --within London --top 10
              hlgeo rank --by people --within "North East" --format csv
            """)

    @OptionGroup var ranking: RankingOptions
    @OptionGroup var listing: ListingOptions
    @OptionGroup var store: StoreOptions

    func run() async throws {
        try listing.write(try await store.service().rank(ranking.query()).listing)
    }
}
