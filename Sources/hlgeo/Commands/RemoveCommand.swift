import ArgumentParser
import HealthLiteracy
import SpatialStore

struct RemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take out an edition or everything that came from an imported file.",
        discussion: "The embedded data set stays. 'hlgeo info' lists editions and sources.",
        subcommands: [RemoveEditionCommand.self, RemoveSourceCommand.self])
}

struct RemoveEditionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edition", abstract: "Take out an edition with all its figures.")

    @Argument(help: "The edition's identifier.")
    var edition: String

    @Option(help: "Only its figures of this indicator.")
    var indicator: String?

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let service = try store.writableService(isBulk: false)
        let removal = try await service.remove(edition: edition, indicator: indicator, at: WallClock.instant)
        try service.store.close()
        try Console.write(removal.sentence)
    }
}

struct RemoveSourceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "source", abstract: "Take out everything that came from an imported file.",
        discussion: "Areas of the embedded data set keep everything but a boundary that the file gave them.")

    @Argument(help: "The source's identifier, such as file/wards.geojson.")
    var source: String

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let service = try store.writableService(isBulk: false)
        let removal = try await service.remove(source: source, at: WallClock.instant)
        try service.store.close()
        try Console.write(removal.sentence)
        if removal.boundaries > 0 { Console.remark("'hlgeo load' brings the embedded boundaries back.") }
    }
}

extension Removal {
    /// What was taken out, in a line.
    fileprivate var sentence: String {
        let counts = [
            (figures, "figure", "figures"), (editions, "edition", "editions"),
            (initiatives, "initiative", "initiatives"), (links, "link", "links"), (areas, "area", "areas"),
            (boundaries, "boundary", "boundaries"),
        ]
        let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
        return parts.isEmpty ? "Nothing came from it.\n" : "Taken out: \(parts.joined(separator: ", ")).\n"
    }
}
