import ArgumentParser
import HealthLiteracy

struct CompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Tell whether areas really differ: difference, interval, probability.",
        discussion: """
            Every pair is compared, draw by draw where the edition has draws. AREA@EDITION takes an area's figure from \
            another edition; that is refused unless you say --across-editions.

              hlgeo compare Newham "Tower Hamlets" Brent
              hlgeo compare "North East" "South East"
            """)

    @Argument(help: "Codes or names of two or more areas.")
    var areas: [String]

    @Option(help: "The indicator, such as low-health-literacy (the default).")
    var indicator: String?

    @Option(help: "The edition (default: the one with figures for most areas).")
    var edition: String?

    @Flag(help: "Compare figures of different editions, although they differ in ages, census and method.")
    var acrossEditions = false

    @OptionGroup var listing: ListingOptions
    @OptionGroup var store: StoreOptions

    func run() async throws {
        let query = CompareQuery(
            areas: areas, indicator: indicator, edition: edition, acrossEditions: acrossEditions)
        try await listing.write(store.service().compare(query).listing)
    }
}
