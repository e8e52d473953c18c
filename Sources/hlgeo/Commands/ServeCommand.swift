import ArgumentParser
import FeatureServer
import GeographyModel
import SpatialStore

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Answer over HTTP: OGC API – Features, for QGIS, GDAL, R, Python and browsers.",
        discussion: """
            Only reads. New imports show at once. Ctrl-C ends it when what is being answered is answered.

              hlgeo serve --port 8080
              ogrinfo OAPIF:http://127.0.0.1:8080 districts
            """)

    @Option(help: "The interface to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on.")
    var port = 8080

    @Option(
        help:
            "The address under which clients reach the service, such as https://example.org/hlgeo (default: http://HOST:PORT)."
    )
    var publicUrl: String?

    @OptionGroup var store: StoreOptions

    func run() async throws {
        guard (1...65_535).contains(port) else {
            throw GeodataError(.invalidRequest, "\(port) is no port.", remedy: "Use 1 to 65535.")
        }
        let service = HTTPService(
            store: try SpatialStore.open(at: store.path, access: .readOnly),
            settings: .init(host: host, port: port, publicAddress: publicUrl), today: { WallClock.today })
        let address = publicUrl ?? "http://\(host):\(port)"
        do {
            try await service.run { Console.remark("Serving \(store.path) at \(address)/") }
        } catch let error as GeodataError {
            throw error
        } catch {
            throw GeodataError(
                .outputFailed, "\(host):\(port) cannot be listened on: \(error).",
                remedy: "Choose another --port, or end what listens there.", cause: error)
        }
    }
}
