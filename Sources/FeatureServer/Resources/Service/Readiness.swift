import GeographyModel
import SpatialStore

/// Whether the service can answer: the store is there and can be read.
struct Readiness: Resource {
    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        _ = try exchange.parameters()
        var response = exchange.document([
            Property("status", .text("ready")), Property("revision", .integer(exchange.state.revision)),
        ]) { Page(title: "Ready") }
        response.headers.append(("Cache-Control", "no-store"))
        return response
    }
}
