import GeographyModel
import HealthLiteracy

/// Whether the service can answer: the store is there and can be read.
struct Readiness: Resource {
    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        try exchange.requireOnlyFormat()
        let state = try await exchange.service.state()
        return .json([Property("status", .text("ready")), Property("revision", .integer(state.revision))])
    }
}
