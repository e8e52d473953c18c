import ArgumentParser
import HealthLiteracy

struct WhatIfCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "whatif", abstract: "Compute what the model expects if other people lived in an area.",
        discussion: """
            Margins: sex.male, age.45plus, ethnicity.minority, language.english, qualification.level2, work.working, \
            home.owned, job.lower, job.intermediate, job.higher, job.other, income.below10000, income.10000ormore, \
            deprivation.band1 (most deprived) to band5. +5pp is five points more, 60% a proportion.

              hlgeo whatif Newham --set qualification.level2=+5pp
              hlgeo whatif "North East" --set work.working=+2pp --set qualification.level2=+2pp
            """)

    @Argument(help: "A code or a name; in a wider area every district is changed.")
    var area: String

    @Option(parsing: .singleValue, help: "A change of a margin, such as qualification.level2=+5pp; may be repeated.")
    var set: [String] = []

    @Option(help: "A modelled edition (default: modelled-2021).")
    var edition: String?

    @OptionGroup var listing: ListingOptions
    @OptionGroup var store: StoreOptions

    func run() async throws {
        let query = WhatIfQuery(area: area, changes: try set.map { try MarginChange($0) }, edition: edition)
        try await listing.write(store.service().whatIf(query).listing)
    }
}
