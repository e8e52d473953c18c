/// The query's parameters, each read once by the resource that knows it; what nobody knows is refused.
struct QueryParameters {
    private var unread: [String: String] = [:]

    /// Takes the parameters of a request.
    ///
    /// - Throws: ``Problem`` 400 for a parameter that is given twice.
    init(_ request: ServerRequest) throws {
        for (name, value) in request.query {
            guard unread.updateValue(value, forKey: name) == nil else {
                throw Problem(
                    status: 400, code: "invalid-request",
                    detail: "The parameter \"\(name.prefix(100))\" is given more than once.", remedy: "Give it once.")
            }
        }
    }

    /// The value of a parameter, which counts as read from now on; `nil` where it is not given.
    mutating func take(_ name: String) -> String? { unread.removeValue(forKey: name) }

    /// Whether all parameters have been read.
    var isEmpty: Bool { unread.isEmpty }

    /// Refuses what is not known.
    ///
    /// - Throws: ``Problem`` 400 naming an unknown parameter and those that are known.
    func requireKnown(_ known: [String]) throws {
        guard let stranger = unread.keys.filter({ !known.contains($0) }).min() else { return }
        throw Problem(
            status: 400, code: "invalid-request", detail: "There is no parameter \"\(stranger.prefix(100))\" here.",
            remedy: "Known are: \(known.joined(separator: ", ")).")
    }

    /// The error for a value that a parameter cannot have.
    static func invalid(_ name: String, _ value: String, remedy: String) -> Problem {
        Problem(
            status: 400, code: "invalid-request",
            detail: "\"\(value.prefix(100))\" is no value of the parameter \(name).", remedy: remedy)
    }
}
