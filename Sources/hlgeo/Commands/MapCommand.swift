import ArgumentParser
import HealthLiteracy

struct MapCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map", abstract: "Draw a ranking as a map (SVG).",
        discussion: """
            Darker is the greater need. The areas with the greatest need are named.

              hlgeo map -o england.svg
              hlgeo map --within London --hex -o london.svg
            """)

    @OptionGroup var ranking: RankingOptions

    @Option(help: "Into how many classes of about equal size the areas are divided, 3 to 9.")
    var classes: Int = 5

    @Flag(name: .customLong("hex"), help: "One hexagon an area, so that small and large places count alike.")
    var drawsHexagons = false

    @Option(name: .shortAndLong, help: "The file to write (default: standard output).")
    var output: String?

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let query = MapQuery(
            ranking: try ranking.query(), labels: ranking.top ?? 10, drawsHexagons: drawsHexagons, classes: classes)
        var svg = try await store.service().map(query)
        let file = try OutputFile(path: output)
        try await file.fill { try svg.withUTF8 { try file.write(UnsafeRawBufferPointer($0)) } }
        if let output { Console.remark("Map written to \(output)") }
    }
}
