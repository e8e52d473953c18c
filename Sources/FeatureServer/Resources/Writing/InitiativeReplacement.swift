import HealthLiteracy

/// An initiative in place of what it was (OGC API – Features Part 4).
struct InitiativeReplacement: Resource {
    let id: String

    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        let request = try await WriteRequest(exchange)
        _ = try exchange.parameters()
        let made = try await request.service.replaceInitiative(
            id, with: try await request.body(), expecting: try request.expectation(), in: try request.system(),
            by: request.context)
        return ServerResponse(
            status: 204, headers: [("ETag", "\"\(made.tag ?? "")\""), ("Cache-Control", "no-store")])
    }
}
