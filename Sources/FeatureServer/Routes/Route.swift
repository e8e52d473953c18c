/// A way to ask something: a method, the shape of a path, what may be said besides, and who answers.
struct Route: Sendable {
    /// The method in upper case; `GET` includes `HEAD`.
    var method = "GET"
    /// The path, in which `{name}` stands for one segment, and `{name*}` at the end for one or more.
    let template: String
    /// The name of the operation in the service's description.
    let operation: String
    /// What it is, in a few words.
    let summary: String
    /// The parameters, those of the path among them.
    var parameters: [RouteParameter] = []
    /// The forms that the answer can have, the usual one first.
    var formats: [ResponseFormat] = [.json, .html]
    /// The statuses besides the usual ones that an answer can have.
    var statuses: [Int] = []
    /// Whether it only serves a form of the pages and is no part of the service's description.
    var isOfPages = false
    /// Whether the path stands for one path for each collection in the service's description.
    var isOfCollections = false
    /// What may be sent along, as media types.
    var bodies: [String] = []
    /// Whether an answer takes much work whatever is asked, so that it must not hold up others.
    var isCostly = false
    /// Whether an answer is searched for with all that a processor has, so that there is one search at a time. Its body
    /// is small and is read before its turn comes, so that no slow client holds up the others.
    var isSolving = false
    /// Makes the resource from what the names in the path stand for.
    let resource: @Sendable ([String: String]) -> any Resource

    /// The path as OpenAPI writes it.
    var path: String { template.replacing("*}", with: "}") }

    /// The words of the parameter `f` for its forms.
    var formatWords: [String] {
        let words = formats.map(\.word)
        return Set(words).count == words.count ? words : formats.map(\.rawValue)
    }

    /// Whether the last name stands for one segment or more.
    var takesRest: Bool { template.hasSuffix("*}") }
}
