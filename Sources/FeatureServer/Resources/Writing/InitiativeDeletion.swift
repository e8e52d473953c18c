import HealthLiteracy

/// The end of an initiative (OGC API – Features Part 4).
struct InitiativeDeletion: Resource {
    let id: String

    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        let request = try await WriteRequest(exchange)
        _ = try exchange.parameters()
        _ = try await request.service.deleteInitiative(id, expecting: try request.expectation(), by: request.context)
        return ServerResponse(status: 204, headers: [("Cache-Control", "no-store")])
    }
}
