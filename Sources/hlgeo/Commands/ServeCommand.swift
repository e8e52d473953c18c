import ArgumentParser
import FeatureServer
import Foundation
import GeographyModel
import Logging
import SpatialStore

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Answer over HTTP: pages for people, OGC API – Features for QGIS, GDAL, R and Python.",
        discussion: """
            Only reads, unless --allow-writes is given. New imports show at once. Ctrl-C ends it when what is being \
            answered is answered; SIGHUP opens the store anew. Every setting is a flag, an environment variable, or a \
            key of the file --config.

              hlgeo serve --port 8080
              ogrinfo OAPIF:http://127.0.0.1:8080 districts
            """)

    @OptionGroup(title: "Service") var options: ServeOptions
    @OptionGroup var store: StoreOptions

    func run() async throws {
        let settings = try ServiceSettings(
            try SettingSources(options, environment: ProcessInfo.processInfo.environment))
        ProcessMemory.keepTogether()
        let lines = LineWriter()
        let level = Logger.Level(rawValue: settings.logLevel) ?? .notice
        let logger = Logger(label: "hlgeo") {
            ServiceLogHandler(label: $0, form: settings.logForm, level: level, lines: lines)
        }
        let path = store.path
        let service = try HTTPService(
            settings, logger: logger, startedAt: WallClock.seconds, today: { WallClock.today },
            now: { WallClock.instant }, open: { try SpatialStore.open(at: path, access: $0) })
        let address = settings.publicURL ?? "\(settings.hasTLS ? "https" : "http")://\(settings.host):\(settings.port)"
        do {
            try await service.run { Console.remark("Serving \(path) at \(address)/") }
        } catch let error as GeodataError {
            throw error
        } catch {
            throw GeodataError(
                .outputFailed, "\(settings.host):\(settings.port) cannot be listened on: \(error).",
                remedy: "Choose another --port, or end what listens there.", cause: error)
        }
    }
}
