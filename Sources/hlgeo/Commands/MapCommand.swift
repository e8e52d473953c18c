public import ArgumentParser
import GeographyModel
public import HealthLiteracy

extension ClassMethod: ExpressibleByArgument {}

struct MapCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map", abstract: "Draw a ranking as a map (SVG).",
        discussion: """
            Darker is the greater need. The areas with the greatest need are named.

              hlgeo map -o england.svg
              hlgeo map --within London --hex -o london.svg
            """)

    @OptionGroup var measure: MeasureOptions

    @Option(help: "How many of the areas with the greatest need are named.")
    var labels: Int = 10

    @Option(help: "Into how many classes the areas are divided, 3 to 9.")
    var classes: Int = 5

    @Option(help: "How classes are made: quantile (of about equal size), equal (of the same width) or fisher-jenks.")
    var classMethod: ClassMethod = .quantile

    @Flag(name: .customLong("hex"), help: "One hexagon an area, so that small and large places count alike.")
    var drawsHexagons = false

    @Option(name: .shortAndLong, help: "The file to write (default: standard output).")
    var output: String?

    @OptionGroup var store: StoreOptions

    func run() async throws {
        if let output, ["png", "pdf", "jpg", "jpeg"].contains(where: { output.lowercased().hasSuffix(".\($0)") }) {
            throw GeodataError(
                .invalidRequest, "Maps are drawn as SVG, which \(output) does not say.",
                remedy: "Name a file that ends with .svg; 'rsvg-convert -o map.png map.svg' makes a PNG of it.")
        }
        let query = MapQuery(
            ranking: measure.query(), labels: labels, drawsHexagons: drawsHexagons, classes: classes,
            classMethod: classMethod)
        let svg = try await store.service().map(query)
        try await OutputFile.write(svg, to: output)
        if let output { Console.remark("Map written to \(output)") }
    }
}
