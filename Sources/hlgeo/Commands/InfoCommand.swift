import ArgumentParser
import FeatureFormats
import GeographyModel
import HealthLiteracy

struct InfoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Tell what the store holds, where it comes from, and what answers from it.")

    @Option(name: .shortAndLong, help: "How to write the answer: table or json.")
    var format: ListingFormat = .table

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let information = try await store.service().information()
        switch format {
        case .json: try Console.write(JSONDocument(information.document).text)
        case .csv:
            throw GeodataError(.invalidRequest, "info has no CSV form.", remedy: "Use --format json or table.")
        case .table:
            let layout = ListingFormat.Layout(width: Console.width, isColoured: Console.isColoured)
            for listing in information.listings {
                try Console.write(ListingFormat.table.text(listing, layout: layout) + "\n")
            }
        }
    }
}
