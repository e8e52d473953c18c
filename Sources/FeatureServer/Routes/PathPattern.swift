/// The shape of a path, taken apart once: words, and names that stand for one segment or for all that follow.
struct PathPattern: Sendable {
    private enum Part {
        case word(String)
        case name(String)
        case rest(String)
    }

    private let parts: [Part]
    private let takesRest: Bool

    /// Reads a template such as `/collections/{collectionId}`; see ``Route/template``.
    init(_ template: String) {
        parts = template.split(separator: "/").map { part in
            guard part.hasPrefix("{"), part.hasSuffix("}") else { return .word(String(part)) }
            let name = part.dropFirst().dropLast()
            return name.hasSuffix("*") ? .rest(String(name.dropLast())) : .name(String(name))
        }
        takesRest = if case .rest = parts.last { true } else { false }
    }

    /// What the names in the path stand for; `nil` where a path does not fit.
    ///
    /// - Parameter path: The segments, percent-decoded.
    func match(_ path: [String]) -> [String: String]? {
        guard takesRest ? path.count >= parts.count : path.count == parts.count else { return nil }
        for (part, segment) in zip(parts, path) {
            if case .word(let word) = part, word != segment { return nil }
        }
        var names: [String: String] = [:]
        for (place, part) in parts.enumerated() {
            switch part {
            case .word: break
            case .name(let name): names[name] = path[place]
            case .rest(let name): names[name] = path[place...].joined(separator: "/")
            }
        }
        return names
    }
}
