public import GeographyModel

extension [AccessToken] {
    /// The tokens as a listing.
    ///
    /// - Parameter day: The day (UTC) on which they are valid or not.
    public func listing(on day: CalendarDay) -> Listing {
        let valid = count { $0.state(on: day) == .valid }
        return Listing(
            title: "\(count) \(count == 1 ? "token" : "tokens"), \(valid) of them valid on \(day)",
            context: [Property("as_of", .text(day.description)), Property("count", .integer(count))],
            rowsName: "tokens",
            columns: [
                .init("name", heading: "Name", isElastic: true), .init("ending", heading: "Ends with"),
                .init("state", heading: "State"), .init("created_at", heading: "Made"),
                .init("expires_on", heading: "Last day"), .init("revoked_at", heading: "Revoked"),
            ],
            rows: map { token in
                [
                    .text(token.name), .text("…\(token.ending)"), .text(token.state(on: day).rawValue),
                    .text(token.createdAt), PropertyValue(token.expiresOn?.description),
                    PropertyValue(token.revokedAt),
                ]
            }, notes: [])
    }
}
