import ArgumentParser
import FeatureFormats
import HealthLiteracy

struct InfoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Tell what the store holds, where it comes from, and what answers from it.")

    /// The forms that the answer has: it is several tables, so CSV is none of them.
    enum Form: String, CaseIterable, ExpressibleByArgument {
        case table, json
    }

    @Option(name: .shortAndLong, help: "How to write the answer: table or json.")
    var format: Form = .table

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let information = try await store.service().information()
        switch format {
        case .json: try Console.write(JSONDocument(information.document).text)
        case .table:
            let layout = ListingFormat.Layout(width: Console.width, isColoured: Console.isColoured)
            for listing in information.listings {
                try Console.write(ListingFormat.table.text(listing, layout: layout) + "\n")
            }
        }
    }
}
