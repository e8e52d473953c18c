import ArgumentParser
public import FeatureFormats
import GeographyModel

extension ListingFormat: ExpressibleByArgument {}

/// How a listing is written.
struct ListingOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: "How to write the answer: table, csv or json.")
    var format: ListingFormat = .table

    /// Writes a listing to standard output.
    func write(_ listing: Listing) throws {
        let layout = ListingFormat.Layout(width: Console.width, isColoured: Console.isColoured)
        try Console.write(format.text(listing, layout: layout))
    }
}
