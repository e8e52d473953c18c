public import ArgumentParser
public import GeographyModel
import HealthLiteracy

extension Initiative.Activity: ExpressibleByArgument {}

struct InitiativesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "initiatives", abstract: "List the initiatives and where they stand.",
        discussion: """
            A county's initiative is found in each of its districts.

              hlgeo initiatives --within Preston --status active
              hlgeo initiatives --filter "T_AFTER(start, DATE('2021-12-31'))"
            """)

    @Option(
        name: .customLong("within"), parsing: .singleValue,
        help: "Only initiatives that touch this area, by name or code; may be repeated.")
    var within: [String] = []

    @Option(
        parsing: .singleValue, help: "Only initiatives that are active, ended, planned or undated; may be repeated.")
    var status: [Initiative.Activity] = []

    @Option(help: "Only initiatives whose name, programme, organisation or place contains these words.")
    var matching: String?

    @OptionGroup var asOf: DayOption
    @OptionGroup var condition: FilterOptions
    @OptionGroup var listing: ListingOptions
    @OptionGroup var store: StoreOptions

    func run() async throws {
        let query = InitiativeQuery(
            within: within, activities: Set(status), words: matching, filter: try condition.condition(),
            day: asOf.day)
        try await listing.write(store.service().initiatives(query).listing)
    }
}
