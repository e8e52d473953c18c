/// Which media types a client accepts, and how gladly (RFC 9110 §12.5.1). What cannot be understood is left out.
///
/// ```swift
/// let accept = AcceptHeader("text/html, */*;q=0.8")
/// accept.best(of: ["application/json", "text/html"], default: "application/json")  // text/html
/// ```
package struct AcceptHeader: Sendable {
    /// Past how many ranges the rest is not read.
    private static let maximumRanges = 64
    private let ranges: [MediaRange]

    /// Reads the field's value; `nil` where the client sent none.
    package init(_ text: String?) {
        // Most programs send just this, which is the same as no wish.
        guard let text, text != "*/*" else {
            ranges = []
            return
        }
        ranges = HeaderList.parts(of: text, separatedBy: HeaderList.comma).prefix(Self.maximumRanges)
            .compactMap { MediaRange($0) }
    }

    /// The offer that the client wants most.
    ///
    /// Of equals the one that the client names more closely wins, then the default, then the one offered first.
    ///
    /// - Parameters:
    ///   - offers: What can be sent.
    ///   - preferred: What is sent to clients that state no wish.
    /// - Returns: `nil` where the client accepts none of the offers (status 406).
    package func best(of offers: [MediaType], default preferred: MediaType) -> MediaType? {
        guard !ranges.isEmpty else { return preferred }
        var best: (offer: MediaType, wish: (Int, Int, Int))?
        for offer in offers {
            guard let (quality, closeness) = wish(for: offer), quality > 0 else { continue }
            let wish = (quality, closeness, offer == preferred ? 1 : 0)
            if let found = best, found.wish >= wish { continue }
            best = (offer, wish)
        }
        return best?.offer
    }

    /// What the closest range says of an offer.
    private func wish(for offer: MediaType) -> (quality: Int, closeness: Int)? {
        var found: (quality: Int, closeness: Int)?
        for range in ranges {
            guard let closeness = range.closeness(to: offer) else { continue }
            if let known = found, known.closeness >= closeness { continue }
            found = (range.quality, closeness)
        }
        return found
    }
}
