/// Leads from what was typed into a form to the page of the area.
struct AreaSearch: Resource {
    func respond(_ exchange: Exchange) async throws -> ServerResponse {
        var parameters = try exchange.parameters()
        guard let words = parameters.takeText("area") else {
            throw Problem(
                status: 400, code: "invalid-request", detail: "No area is named.",
                remedy: "Ask for /areas/Newham, or /areas/E09000025.")
        }
        let format = exchange.request.query.first { $0.name == "f" }.map { "?f=\($0.value.addressPart)" } ?? ""
        return ServerResponse(
            status: 303, headers: [("Location", "\(exchange.address)/areas/\(words.pathSegment)\(format)")])
    }
}

extension String {
    /// The text as one segment of a path, in which a slash would begin another.
    var pathSegment: String {
        addressPart.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "%2F")
    }
}
