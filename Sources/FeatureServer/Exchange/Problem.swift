import FeatureFormats
import GeographyModel

/// What went wrong, as every route says it (RFC 9457).
package struct Problem: Error {
    /// The status code.
    package var status: Int
    /// The stable word for the kind of failure, as ``GeodataError/Code`` has it.
    package var code: String
    /// What happened, in a sentence.
    package var detail: String
    /// What to do about it.
    package var remedy: String?
    /// Header fields that go with it, such as `Allow` and `Retry-After`.
    package var headers: [(name: String, value: String)]

    /// Describes a failure.
    package init(
        status: Int, code: String, detail: String, remedy: String? = nil,
        headers: [(name: String, value: String)] = []
    ) {
        self.status = status
        self.code = code
        self.detail = detail
        self.remedy = remedy
        self.headers = headers
    }

    /// The method is not one of those that there are.
    static func notAllowed(_ method: String, _ allowed: [String]) -> Problem {
        Problem(
            status: 405, code: "method-not-allowed", detail: "\(method.prefix(20)) is not allowed here.",
            remedy: "Use \(allowed.joined(separator: ", ")).", headers: [("Allow", allowed.joined(separator: ", "))])
    }

    /// What an error of the library means to a client. Faults of the program itself are not described to strangers.
    package init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let failure as GeodataError where Self.isOfStore(failure.code):
            // The library's own sentence names the file, which is no client's business.
            self.init(
                status: ResponseStatus.of(failure.code), code: failure.code.rawValue,
                detail: "The store cannot be used at this moment.",
                remedy: "Try again in some seconds; tell the operator if it goes on.", headers: [("Retry-After", "5")])
        case let failure as GeodataError where failure.code != .internal:
            self.init(
                status: ResponseStatus.of(failure.code), code: failure.code.rawValue, detail: failure.message,
                remedy: failure.remedy)
        case let busy as Busy:
            self.init(
                status: 503, code: "busy", detail: "The service has more to answer than it can just now.",
                remedy: "Try again in \(busy.retryAfter) s.", headers: [("Retry-After", "\(busy.retryAfter)")])
        default:
            self.init(
                status: 500, code: GeodataError.Code.internal.rawValue,
                detail: "The service could not answer because of a fault of its own.",
                remedy: "Try again; tell the operator if it goes on.")
        }
    }

    private static func isOfStore(_ code: GeodataError.Code) -> Bool {
        switch code {
        case .storeBusy, .storeMissing, .storeForeign, .storeCorrupt, .storeNewer, .storeExists, .outputFailed: true
        default: false
        }
    }

    /// A sentence that can hold a client's own words, cut where it goes on and on.
    private static func cut(_ text: String) -> String { text.count > 1_000 ? text.prefix(999) + "…" : text }

    /// The response that says so, as every client but a reader's browser gets it.
    package var response: ServerResponse {
        let body: [Property] = [
            Property("type", .text("about:blank")), Property("title", .text(ResponseStatus.reason(status))),
            Property("status", .integer(status)), Property("detail", .text(Self.cut(detail))),
            Property("code", .text(code)),
            Property("remedy", PropertyValue(remedy.map(Self.cut))),
        ]
        return ServerResponse(
            status: status,
            headers: [("Content-Type", "application/problem+json"), ("Cache-Control", "no-store")] + headers,
            bytes: Array(JSONDocument(.object(body.filter { $0.value != .null })).text.utf8))
    }

    /// The same as a page.
    func page(_ renderer: PageRenderer) -> ServerResponse {
        var page = Page(title: ResponseStatus.reason(status))
        page.lead = detail
        page.blocks = [.prose(PageProse(heading: nil, [remedy].compactMap(\.self)))]
        page.trail = [PageLink("Health literacy in England", "/")]
        return ServerResponse(
            status: status,
            headers: [("Content-Type", ResponseFormat.html.mediaType), ("Cache-Control", "no-store")] + headers,
            bytes: renderer.html(page))
    }
}

/// The one table from failures to response statuses.
enum ResponseStatus {
    /// The status that a kind of failure has.
    static func of(_ code: GeodataError.Code) -> Int {
        switch code {
        case .invalidRequest, .invalidFilter, .filterTooLong, .filterTooDeep, .tooManyVertices, .tooManyRows,
            .unsupportedCRS, .inputMalformed, .inputMissing:
            400
        case .notAuthorised: 401
        case .areaNotFound, .indicatorNotFound, .editionNotFound, .featureNotFound, .noFigures: 404
        case .alreadyExists: 409
        case .changedMeanwhile: 412
        case .inputRefused: 422
        case .timeBudgetSpent, .storeBusy, .storeMissing, .storeEmpty, .storeForeign, .storeCorrupt, .storeNewer,
            .storeExists, .outputFailed:
            503
        case .internal: 500
        }
    }

    /// The words for a status (RFC 9110).
    static func reason(_ status: Int) -> String {
        switch status {
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 408: "Request Timeout"
        case 409: "Conflict"
        case 412: "Precondition Failed"
        case 413: "Content Too Large"
        case 414: "URI Too Long"
        case 415: "Unsupported Media Type"
        case 422: "Unprocessable Content"
        case 428: "Precondition Required"
        case 429: "Too Many Requests"
        case 431: "Request Header Fields Too Large"
        case 501: "Not Implemented"
        case 503: "Service Unavailable"
        case 507: "Insufficient Storage"
        default: "Internal Server Error"
        }
    }
}
