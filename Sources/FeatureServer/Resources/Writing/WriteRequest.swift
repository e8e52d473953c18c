import GeographyModel
import HealthLiteracy

/// What every request that changes something has in common: who makes it, what it sends, and to which state.
struct WriteRequest {
    private let exchange: Exchange
    /// The service on the store that may be written.
    let service: HealthLiteracyService
    /// Who changes something, and when.
    let context: WriteContext

    /// The greatest size of one initiative, in bytes: many times that of the longest texts that are taken.
    private static let sizeLimit = 1 << 20

    /// Finds out who asks.
    ///
    /// - Throws: ``Problem`` 401 without a token that is accepted; 405 where nothing may be written.
    init(_ exchange: Exchange) async throws {
        guard let writing = exchange.writing else {
            throw Problem(
                status: 405, code: "method-not-allowed", detail: "Nothing can be written here.",
                remedy: "Ask the operator to allow it.", headers: [("Allow", "GET, HEAD, OPTIONS")])
        }
        let words = exchange.request.headers["authorization"]?.split(separator: " ", maxSplits: 1) ?? []
        guard words.count == 2, words[0].lowercased() == "bearer",
            let token = try await writing.service.authorise(
                String(words[1]).trimmingWhitespace(), at: writing.instant)
        else {
            throw Problem(
                status: 401, code: GeodataError.Code.notAuthorised.rawValue,
                detail: words.isEmpty ? "Writing needs a token." : "The token is not accepted.",
                remedy: "Send Authorization: Bearer and the token that the operator gave you.",
                headers: [("WWW-Authenticate", "Bearer realm=\"hlgeo\"")])
        }
        self.exchange = exchange
        service = writing.service
        context = WriteContext(token: token, instant: writing.instant, requestID: exchange.request.id)
    }

    /// The feature that is sent.
    ///
    /// - Throws: ``Problem`` 413, 415.
    func body() async throws -> [UInt8] {
        let type = exchange.request.headers["content-type"].flatMap { MediaType($0) }
        guard let type, ["geo+json", "json"].contains(type.subtype), type.type == "application" else {
            throw Problem(
                status: 415, code: "unsupported-media-type", detail: "An initiative is taken as GeoJSON.",
                remedy: "Send Content-Type: application/geo+json.")
        }
        return try await exchange.request.body.bytes(limit: Self.sizeLimit)
    }

    /// The reference system of the feature's geometry, which `Content-Crs` names.
    ///
    /// - Throws: ``Problem`` 400 for one that is not known.
    func system() throws -> CoordinateReferenceSystem {
        guard let field = exchange.request.headers["content-crs"] else { return .crs84 }
        let name = field.trimmingWhitespace().trimmingPrefix("<").prefix { $0 != ">" }
        guard let system = CoordinateReferenceSystem(name: String(name)) else {
            throw Problem(
                status: 400, code: GeodataError.Code.unsupportedCRS.rawValue,
                detail: "The reference system \(field.prefix(100)) is not known.",
                remedy: "Known are: \(CoordinateReferenceSystem.allCases.map(\.uri).joined(separator: ", ")).")
        }
        return system
    }

    /// The states of the initiative that the client means, by their tags; `nil` for any.
    ///
    /// - Throws: ``Problem`` 428 where the client does not say.
    func expectation() throws -> [String]? {
        guard let field = exchange.request.headers["if-match"]?.trimmingWhitespace() else {
            throw Problem(
                status: 428, code: "precondition-required", detail: "A change says which state it is made to.",
                remedy: "Read the initiative and send its ETag as If-Match; * takes any state.")
        }
        guard field != "*" else { return nil }
        // The tag of a feature is the first part of its entity tag; the rest tells its forms apart.
        return HeaderList.parts(of: field, separatedBy: UInt8(ascii: ",")).map { part in
            String(part.trimmingPrefix("W/").drop { $0 == "\"" }.prefix { $0 != "-" && $0 != "\"" })
        }
    }
}
