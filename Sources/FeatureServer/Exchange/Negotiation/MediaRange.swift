/// What a client accepts: a media type, or a wildcard for some or all (RFC 9110 §12.5.1).
struct MediaRange: Sendable {
    /// The word before the slash, or `*`.
    let type: String
    /// The word after the slash, or `*`.
    let subtype: String
    /// The parameters by their names, without `q`.
    let parameters: [String: String]
    /// How much it is wanted, in thousandths.
    let quality: Int

    /// Reads a range; `nil` for what is none, so that it can be left out.
    init?(_ text: some StringProtocol) {
        let parts = HeaderList.parts(of: text, separatedBy: HeaderList.semicolon)
        guard let words = parts.first?.split(separator: "/", omittingEmptySubsequences: false), words.count == 2,
            HeaderList.isToken(words[0]), HeaderList.isToken(words[1]), words[0] != "*" || words[1] == "*"
        else { return nil }
        type = words[0].lowercased()
        subtype = words[1].lowercased()
        var parameters: [String: String] = [:]
        var quality = Quality.full
        for part in parts.dropFirst() {
            guard let (name, value) = HeaderList.parameter(part) else { return nil }
            if name == "q" {
                guard let weight = Quality.thousandths(value) else { return nil }
                quality = weight
            } else {
                // The names of character sets are the same in any case (RFC 9110 §8.3.2).
                parameters[name] = name == "charset" ? value.lowercased() : value
            }
        }
        self.parameters = parameters
        self.quality = quality
    }

    /// How closely it names a media type: the more, the closer; `nil` where it does not.
    func closeness(to offer: MediaType) -> Int? {
        if type == "*" { return parameters.isEmpty ? 0 : nil }
        guard type == offer.type else { return nil }
        if subtype == "*" { return parameters.isEmpty ? 1 : nil }
        guard subtype == offer.subtype, parameters.allSatisfy({ offer.parameters[$0.key] == $0.value }) else {
            return nil
        }
        return 2 + parameters.count
    }
}
