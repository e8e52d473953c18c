public import ArgumentParser
public import HealthLiteracy

extension GapsQuery.Closing: ExpressibleByArgument {}

struct GapsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gaps", abstract: "Find areas of great need where no initiative works.",
        discussion: """
            Looks at the worst fifth of the ranking (or another fraction, --groups) and leaves out every area that an \
            initiative covers at its own level or above.

              hlgeo gaps --within London
              hlgeo gaps --groups 10 --initiatives any
            """)

    @OptionGroup var ranking: RankingOptions

    @Option(help: "Look at the worst 1/N of the areas.")
    var groups: Int = 5

    @Option(help: "Which initiatives close a gap: active or any.")
    var initiatives: GapsQuery.Closing = .active

    @Flag(help: "Let initiatives that cover all of England close gaps too.")
    var countNationwide = false

    @OptionGroup var asOf: DayOption
    @OptionGroup var condition: FilterOptions
    @OptionGroup var listing: ListingOptions
    @OptionGroup var store: StoreOptions

    func run() async throws {
        var areas = try ranking.query()
        areas.filter = try condition.condition()
        let query = GapsQuery(
            ranking: areas, groups: groups, closing: initiatives, countsNationwide: countNationwide,
            day: asOf.day)
        try await listing.write(store.service().gaps(query).listing)
    }
}
