import ArgumentParser
import FeatureFormats
import GeographyModel
import HealthLiteracy

struct ProfileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile", abstract: "Tell everything that is held about one area.",
        discussion: """
            The area may be named by its code or name, also by one that is no longer in use, and with slips.

              hlgeo profile Newham
              hlgeo profile "taunton deane"
              hlgeo profile E12000001 --format json
            """)

    @Argument(help: "A code or a name.")
    var area: String

    @OptionGroup var asOf: DayOption

    @Option(name: .shortAndLong, help: "How to write the answer: table, csv (its figures) or json.")
    var format: ListingFormat = .table

    @Option(help: "Also draw where the area stands among all others into this file (SVG).")
    var picture: String?

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let profile = try await store.service().profile(area, asOf: asOf.day)
        if let picture {
            guard let svg = profile.picture else {
                throw GeodataError(
                    .noFigures, "\(profile.area.name) has no rank to draw.",
                    remedy: "Leave --picture out, or import figures for all areas of its level.")
            }
            try await OutputFile.write(svg, to: picture)
            Console.remark("Picture written to \(picture)")
        }
        switch format {
        case .json: try Console.write(JSONDocument(profile.document).text)
        case .csv: try Console.write(ListingFormat.csv.text(profile.figuresListing))
        case .table:
            try Console.write(ProfilePage(profile, width: Console.width, isColoured: Console.isColoured).text)
        }
    }
}
