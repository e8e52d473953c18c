import ArgumentParser
import Foundation
import GeographyModel
import HealthLiteracy

struct LoadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load", abstract: "Build the store from the embedded data set.",
        discussion: """
            A store that is there already is brought up to date; what you imported stays, boundaries and initiatives that \
            took the place of embedded ones too; only their places in the hexagon layout are put back. It all happens in one transaction: if it is interrupted, the store is as \
            it was.
            """)

    @Option(help: "The GeoData folder (else HLGEO_GEODATA, else the one beside the program).")
    var geodata: String?

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let path = store.path
        let isNew = try await HealthLiteracyService.load(
            geodata: try folder(), intoStoreAt: path, at: WallClock.instant)
        let information = try await store.service().information()
        let areas = information.collections.reduce(0) { $0 + $1.count }
        try Console.write(
            """
            \(isNew ? "Built" : "Brought up to date"): \(path)
            \(areas) areas, \(information.editions.count) editions, \(information.initiativeCount) initiatives, revision \(information.revision)

            """)
    }

    private func folder() throws -> String {
        if let geodata { return geodata }
        if let named = ProcessInfo.processInfo.environment["HLGEO_GEODATA"], !named.isEmpty { return named }
        let program =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        var folder = URL(fileURLWithPath: program).deletingLastPathComponent()
        while folder.path != "/" {
            let candidate = folder.appendingPathComponent("GeoData").path
            if FileManager.default.fileExists(atPath: "\(candidate)/datapackage.json") { return candidate }
            folder.deleteLastPathComponent()
        }
        throw GeodataError(
            .inputMissing, "The embedded data set was not found beside the program.",
            remedy: "Name its folder with --geodata or HLGEO_GEODATA.")
    }
}
