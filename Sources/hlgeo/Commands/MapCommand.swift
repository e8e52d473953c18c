public import ArgumentParser
import GeographyModel
public import HealthLiteracy

extension ClassMethod: ExpressibleByArgument {}

struct MapCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map", abstract: "Draw a ranking, or a selection of sites, as a map (SVG).",
        discussion: """
            Darker is the greater need. The areas with the greatest need are named. With a selection the map shows its \
            sites by number, their catchments and comparators, on the figures that it rests on.

              hlgeo map -o england.svg
              hlgeo map --within London --hex -o london.svg
              hlgeo map --selection selection.json --by people -o sites.svg
            """)

    @OptionGroup var measure: MeasureOptions

    @Option(help: "A selection to draw on the map, as 'hlgeo select' writes it: JSON or GeoJSON.")
    var selection: String?

    @Option(help: "How many of the areas with the greatest need are named (default: 10, with a selection none).")
    var labels: Int?

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
        let layer = try selection.map { try SelectionLayer(path: $0) }
        var ranking = measure.query()
        if let layer { Self.follow(layer, in: &ranking) }
        let query = MapQuery(
            ranking: ranking, labels: labels ?? (layer == nil ? 10 : 0), drawsHexagons: drawsHexagons,
            classes: classes, classMethod: classMethod, selection: layer)
        let svg = try await store.service().map(query)
        try await OutputFile.write(svg, to: output)
        if let output { Console.remark("Map written to \(output)") }
    }

    /// Takes from a selection what the options leave open: figures, level and part of the country.
    private static func follow(_ layer: SelectionLayer, in ranking: inout RankingQuery) {
        if ranking.indicator == nil, ranking.edition == nil {
            (ranking.indicator, ranking.edition) = (layer.indicator, layer.edition)
        }
        if ranking.within.isEmpty { ranking.within = layer.within }
        if ranking.areaType == .district, let level = layer.level { ranking.areaType = AreaType(rawValue: level) }
    }
}
