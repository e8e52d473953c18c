import ArgumentParser
import HealthLiteracy

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "List the last changes that were made over the service: who, when, what.",
        discussion: "CSV and JSON also have the features as they were before and after.")

    @Option(help: "How many changes to list, the newest first.")
    var limit = 20

    @OptionGroup var listing: ListingOptions
    @OptionGroup var store: StoreOptions

    func run() async throws {
        try await listing.write(store.service().audit(limit: limit).listing)
    }
}
