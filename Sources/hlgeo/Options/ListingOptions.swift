import ArgumentParser
public import FeatureFormats
import Foundation
import GeographyModel

extension ListingFormat: ExpressibleByArgument {}

/// How a listing is written, and where to.
struct ListingOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: "How to write the answer: table, csv or json.")
    var format: ListingFormat = .table

    @Option(
        name: .shortAndLong, help: "The file to write (default: standard output). Beside CSV goes its metadata (CSVW).")
    var output: String?

    /// Writes a listing to the file, or to standard output; beside a CSV file goes what it cannot say of itself.
    func write(_ listing: Listing) async throws {
        let isFile = output != nil && output != "-"
        let layout = ListingFormat.Layout(
            width: isFile ? 160 : Console.width, isColoured: isFile ? false : Console.isColoured)
        try await write(format.text(listing, layout: layout))
        if format == .csv {
            try await Sidecar.write(TableMetadata(listing, fileName: Sidecar.fileName(of: output)), besides: output)
        }
    }

    /// Writes text to the file, or to standard output.
    func write(_ text: String) async throws {
        try await OutputFile.write(text, to: output)
    }
}

/// The metadata that goes beside a CSV file.
enum Sidecar {
    /// The name of a file without its folder, as an address relative to its metadata.
    static func fileName(of path: String?) -> String {
        let name = path.flatMap { $0.split(separator: "/").last.map(String.init) } ?? ""
        return name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? name
    }

    /// Writes metadata beside a file; nothing beside standard output, or a device.
    static func write(_ metadata: TableMetadata, besides path: String?) async throws {
        guard let path, path != "-", !path.hasPrefix("/dev/") else { return }
        try await OutputFile.write(metadata.text, to: TableMetadata.name(besides: path))
    }
}
