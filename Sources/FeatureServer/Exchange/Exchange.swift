import GeographyModel
import HealthLiteracy
import NIOCore
import QueryEngine
import SpatialStore

/// One thing that has an address, and what can be done with it.
protocol Resource: Sendable {
    /// Answers a request for it.
    ///
    /// - Throws: ``Problem``, or what the library throws.
    func respond(_ exchange: Exchange) async throws -> ServerResponse

    /// Answers a request from memory alone, in so little time that it can be done between two packets of the network.
    ///
    /// - Returns: The same as ``respond(_:)``; `nil` where the store has to be read, or the work takes longer.
    /// - Throws: What ``respond(_:)`` throws.
    func respondAtOnce(_ exchange: Exchange) throws -> ServerResponse?
}

extension Resource {
    /// Most resources read the store.
    func respondAtOnce(_ exchange: Exchange) throws -> ServerResponse? { nil }
}

/// A request with what is needed to answer it.
struct Exchange: Sendable {
    let request: ServerRequest
    /// The route that led to the resource.
    let route: Route
    /// The form that the answer shall have.
    let format: ResponseFormat
    let service: HealthLiteracyService
    /// What the collections are and have.
    let holdings: SiteHoldings
    /// The address of the site.
    let address: String
    /// The state of the store that answers.
    let state: StoreState
    /// Features that have been encoded before.
    let encoded: EncodedFeatures
    /// Answers that several requests have in common.
    let shared: EraMemory<String, ServerResponse>
    /// The time that answers belong to.
    let era: Era
    /// Makes pages for people.
    let pages: PageRenderer
    /// What changes go through; `nil` where nothing may be written.
    let writing: (service: HealthLiteracyService, instant: String)?
    /// What the site is allowed to do.
    let settings: SiteSettings

    /// An answer that other requests have too, kept as long as answers are.
    ///
    /// - Parameters:
    ///   - name: What it is of.
    ///   - names: The parameters that it does not depend on.
    ///   - make: Makes it.
    /// - Throws: What `make` throws; then nothing is kept.
    func remembered(_ name: String, besides names: [String], _ make: () async throws -> ServerResponse) async throws
        -> ServerResponse
    {
        if let known = remembered(name, besides: names) { return known }
        let answer = try await make()
        let key = sharedKey(name, besides: names)
        shared.keep(answer, for: key, in: era, cost: answer.size + key.utf8.count + 512)
        return answer
    }

    /// The same where it has been made before.
    func remembered(_ name: String, besides names: [String]) -> ServerResponse? {
        shared.value(for: sharedKey(name, besides: names), in: era)
    }

    private func sharedKey(_ name: String, besides names: [String]) -> String {
        var key = "\(name)\n\(format.rawValue)"
        for (name, value) in request.query where !names.contains(name) {
            key += "\n\(name.addressPart)=\(value.addressPart)"
        }
        return key
    }

    /// The address of what was asked for, without parameters.
    var ownAddress: String { address + ownPath }

    /// The path of what was asked for.
    var ownPath: String {
        // What stands for a name in the route is one segment, slashes in it and all.
        let fixed = route.takesRest ? route.template.utf8.count { $0 == UInt8(ascii: "/") } - 1 : request.path.count
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
    func collection(_ name: String) throws -> CollectionID {
        let all = holdings.collections
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
    func address(with changes: [String: String?]) -> String { address(ownAddress, with: changes) }

    private func address(_ own: String, with changes: [String: String?]) -> String {
        var text = own
        var isFirst = true
        func add(_ name: String, _ value: String) {
            text += isFirst ? "?" : "&"
            isFirst = false
            text += name.addressPart
            text += "="
            text += value.addressPart
        }
        for (name, value) in request.query where changes[name] == nil { add(name, value) }
        for (name, value) in changes.sorted(by: { $0.key < $1.key }) {
            if let value { add(name, value) }
        }
        return text
    }

    /// Links to this answer and to its other forms (`self` and `alternate`).
    ///
    /// - Parameter title: What the answer is.
    func links(title: String) -> [Link] {
        let own = ownAddress
        return route.formats.map { other in
            other == format
                ? Link(relation: "self", target: address(own, with: [:]), type: other.linkType, title: title)
                : Link(
                    relation: "alternate", target: address(own, with: ["f": other.word]), type: other.linkType,
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
        if utf8.allSatisfy({ Self.isPlain($0) }) { return self }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count * 2)
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in utf8 {
            if Self.isPlain(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: ":"):
            true
        default: false
        }
    }
}
