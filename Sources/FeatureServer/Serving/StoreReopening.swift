import GeographyModel
import Logging
import ServiceLifecycle
import SpatialStore
import UnixSignals

/// Opens the store anew at every SIGHUP, for operators who put another file in its place.
struct StoreReopening: Service {
    let site: Site
    let logger: Logger
    let open: @Sendable (SpatialStore.Access) throws -> SpatialStore

    func run() async throws {
        await cancelWhenGracefulShutdown {
            for await _ in await UnixSignalsSequence(trapping: .sighup) {
                do {
                    try site.serve(
                        try open(.readOnly), writable: site.settings.allowsWrites ? try open(.readWrite) : nil)
                    logger.notice("the store was opened anew", metadata: ["revision": "\(site.revision ?? 0)"])
                } catch {
                    // The old one goes on answering.
                    logger.error("the store could not be opened anew", metadata: ["reason": "\(error)"])
                }
            }
        }
    }
}
