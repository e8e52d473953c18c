import NIOCore
import Synchronization

/// What an answer depends on besides the store and the day.
struct AnswerKey: Hashable, Sendable {
    /// What was asked for, as it stood in the request.
    let target: String
    /// The header field `Accept`, which chooses among forms.
    let accept: String?
    /// The address that links are made with.
    let address: String
}

/// An answer as it can be given again, compressed or not.
package final class KeptAnswer: Sendable {
    /// The strong entity tag of the bytes as they are.
    let tag: String
    /// The header fields but the entity tag and those of the coding.
    let headers: [(name: String, value: String)]
    /// The bytes as they are.
    let body: ByteBuffer
    /// The place of its route among ``Site/routeTemplates``.
    let route: Int
    private let packed = Mutex<ByteBuffer??>(nil)

    /// Below this many bytes compression saves no packet.
    private static let leastPacked = 1_000

    init(tag: String, headers: [(name: String, value: String)], body: ByteBuffer, route: Int) {
        self.tag = tag
        self.headers = headers
        self.body = body
        self.route = route
    }

    /// The memory that it takes, with room for the compressed bytes.
    var cost: Int { body.readableBytes + body.readableBytes / 4 + 1_024 }

    /// The answer as a client takes it: compressed where it wants that and it is worth it, nothing where it has it. Such a
    /// 304 still tells its `Content-Type`, by which the fields are chosen that go with it; it is not sent.
    ///
    /// - Parameters:
    ///   - acceptEncoding: The request's `Accept-Encoding`.
    ///   - ifNoneMatch: The request's `If-None-Match`.
    package func response(acceptEncoding: String?, ifNoneMatch: String?) -> ServerResponse {
        let packedTag = "\(tag.dropLast())-gzip\""
        let compressed = acceptEncoding.flatMap { AcceptEncoding($0).prefersGzip ? packedBody : nil }
        func made(_ status: Int, _ headers: [(name: String, value: String)], _ body: ByteBuffer) -> ServerResponse {
            var response = ServerResponse(status: status, headers: headers, body: .bytes(body))
            response.route = route
            return response
        }
        var headers = headers
        headers.append(("ETag", compressed == nil ? tag : packedTag))
        if let ifNoneMatch, EntityTag.list(ifNoneMatch, names: tag) || EntityTag.list(ifNoneMatch, names: packedTag) {
            return made(304, headers, ByteBuffer())
        }
        guard let compressed else { return made(200, headers, body) }
        headers.append(("Content-Encoding", "gzip"))
        return made(200, headers, compressed)
    }

    /// The bytes compressed, once for all clients; `nil` where that would not make them fewer.
    private var packedBody: ByteBuffer? {
        packed.withLock { packed in
            if let known = packed { return known }
            let bytes = body.readableBytes < Self.leastPacked ? nil : GzipEncoder.compressed(body.readableBytesView)
            let result = bytes.flatMap { $0.count < body.readableBytes ? ByteBuffer(bytes: $0) : nil }
            packed = .some(result)
            return result
        }
    }
}
