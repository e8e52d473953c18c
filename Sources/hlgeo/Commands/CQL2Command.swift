import ArgumentParser
import Foundation
import GeographyModel
import HealthLiteracy
import QueryEngine

struct CQL2Command: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cql2",
        abstract: "Convert a filter between CQL2 text, CQL2 JSON and SQL.",
        discussion: """
            Reads the filter from standard input. Names are checked only when a collection is given.

              echo "value > 50" | hlgeo cql2 --to json
              echo "valeu > 50" | hlgeo cql2 --to sql --collection districts
            """)

    /// What a filter can be written as.
    enum Output: String, CaseIterable, ExpressibleByArgument {
        case text, json, sql
    }

    @Option(help: "How the filter is written: text or json.")
    var from: FeatureFilter.Language = .text

    @Option(help: "How to print it: text, json or sql.")
    var to: Output = .json

    @Option(help: "Check names and types against this collection of the store.")
    var collection: String?

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let input = FileHandle.standardInput.readDataToEndOfFile()
        guard let words = String(data: input, encoding: .utf8) else {
            throw GeodataError(.invalidFilter, "The filter is not UTF-8.", remedy: "Save it as UTF-8.")
        }
        let filter = try from == .text ? FilterExpression(text: words) : FilterExpression(json: words)
        var conversion: FilterConversion?
        if let collection {
            conversion = try await store.service().convert(filter, for: try CollectionOption.collection(collection))
        }
        switch to {
        case .text: try Console.write(filter.text + "\n")
        case .json: try Console.write(filter.json + "\n")
        case .sql:
            let converted = try conversion ?? FilterConversion(filter)
            let values = converted.values.isEmpty ? "" : "-- with \(converted.values.joined(separator: ", "))\n"
            try Console.write("\(converted.sql)\n\(values)")
        }
    }
}
