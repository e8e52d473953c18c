import QueryEngine
import GeographyModel
import HealthLiteracy
import NIOCore
import SpatialStore

/// One thing that has an address, and what can be done with it.
protocol Resource: Sendable {
    /// Answers a request for it.
    ///
    /// - Throws: ``Problem``, or what the library throws.
    func respond(_ exchange: Exchange) async throws -> ServerResponse
}

/// A request with what is needed to answer it.
struct Exchange: Sendable {
    let request: ServerRequest
    /// The route that led to the resource.
    let route: Route
    /// The form that the answer shall have.
    let format: ResponseFormat
    let service: HealthLiteracyService
    /// The address of the site.
    let address: String
    /// The state of the store that answers.
    let state: StoreState
    /// Features that have been encoded before.
    let encoded: EncodedFeatures
    /// Makes pages for people.
    let pages: PageRenderer
    /// What the site is allowed to do.
    let settings: SiteSettings

    /// The address of what was asked for, without parameters.
    var ownAddress: String { address + ownPath }

    /// The path of what was asked for.
    var ownPath: String {
        // What stands for a name in the route is one segment, slashes in it and all.
        let fixed = route.takesRest ? route.template.split(separator: "/").count - 1 : request.path.count
        let rest = request.path[fixed...].joined(separator: "/")
        return "/" + (request.path[..<fixed] + (rest.isEmpty ? [] : [rest])).map(\.pathSegment).joined(separator: "/")
    }

    /// The parameters that the route knows.
    ///
    /// - Throws: ``Problem`` 400 for a parameter that it does not know, or one that is given twice.
    func parameters() throws -> QueryParameters {
        var parameters = try QueryParameters(request)
        try parameters.requireKnown(route.parameters.map(\.name) + ["f"])
        _ = parameters.take("f")
        return parameters
    }

    /// The collection of a name that the store has.
    ///
    /// - Throws: ``Problem`` 404.
    func collection(_ name: String) async throws -> CollectionID {
        let all = try await service.collections()
        guard let found = all.first(where: { $0.name == name }) else {
            throw Problem(
                status: 404, code: "not-found", detail: "There is no collection \"\(name.prefix(100))\".",
                remedy: "There are: \(all.map(\.name).joined(separator: ", ")).")
        }
        return found
    }

    /// The address of the same answer with other parameters.
    ///
    /// - Parameter changes: The new values; `nil` leaves a parameter out.
    func address(with changes: [String: String?]) -> String {
        var query = request.query.filter { !changes.keys.contains($0.name) }
        for (name, value) in changes.sorted(by: { $0.key < $1.key }) {
            if let value { query.append((name, value)) }
        }
        let text = query.map { "\($0.name.addressPart)=\($0.value.addressPart)" }.joined(separator: "&")
        return text.isEmpty ? ownAddress : "\(ownAddress)?\(text)"
    }

    /// Links to this answer and to its other forms (`self` and `alternate`).
    ///
    /// - Parameter title: What the answer is.
    func links(title: String) -> [Link] {
        route.formats.map { other in
            other == format
                ? Link(relation: "self", target: address(with: [:]), type: other.offer.description, title: title)
                : Link(
                    relation: "alternate", target: address(with: ["f": other.word]), type: other.offer.description,
                    title: other.label)
        }
    }
}

extension ServerResponse {
    /// An answer in a form.
    init(_ format: ResponseFormat, _ bytes: [UInt8], headers: [(name: String, value: String)] = []) {
        self.init(headers: [("Content-Type", format.mediaType)] + headers, bytes: bytes)
    }
}

extension String {
    /// The text as a part of an address (RFC 3986 §2.3), with the signs that queries leave as they are.
    var addressPart: String {
        utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: ":"):
                String(Unicode.Scalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
