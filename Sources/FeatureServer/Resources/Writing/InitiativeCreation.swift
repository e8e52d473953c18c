import HealthLiteracy

/// A new initiative (OGC API – Features Part 4).
struct InitiativeCreation: Resource {
    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        let request = try await WriteRequest(exchange)
        _ = try exchange.parameters()
        let made = try await request.service.createInitiative(
            try await request.body(), in: try request.system(), by: request.context)
        let place = "\(exchange.address)/collections/initiatives/items/\(made.id.pathSegment)"
        return ServerResponse(
            status: 201,
            headers: [("Location", place), ("ETag", "\"\(made.tag ?? "")\""), ("Cache-Control", "no-store")])
    }
}
