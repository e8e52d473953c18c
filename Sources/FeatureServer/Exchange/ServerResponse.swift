package import NIOCore

/// A response as the site makes it, whatever carries it away.
package struct ServerResponse: Sendable {
    /// What is sent.
    package enum Body: Sendable {
        /// Bytes that are held in memory.
        case bytes(ByteBuffer)
        /// A file that is sent piece by piece and removed afterwards.
        case file(SpooledFile)
    }

    /// The status code.
    package var status: Int
    /// The header fields, in order.
    package var headers: [(name: String, value: String)]
    /// The body; a response to `HEAD` is sent without it.
    package var body: Body
    /// The place of the route that led here among ``Site/routeTemplates``; `nil` where none did.
    var route: Int?
    /// What tells the states of the feature that is sent apart; `nil` where features are not written.
    var featureTag: String?

    /// Makes a response.
    package init(status: Int = 200, headers: [(name: String, value: String)] = [], body: Body = .bytes(ByteBuffer())) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// Makes a response whose body is held in memory.
    init(status: Int = 200, headers: [(name: String, value: String)] = [], bytes: [UInt8], route: Int? = nil) {
        self.init(status: status, headers: headers, body: .bytes(ByteBuffer(bytes: bytes)))
        self.route = route
    }

    /// How many bytes the body has; 0 for a file, whose end is not known yet.
    var size: Int {
        guard case .bytes(let buffer) = body else { return 0 }
        return buffer.readableBytes
    }

    /// The value of a header field, by its name in any case.
    package func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// The bytes of a body that is held in memory; empty for a file.
    package var bytes: [UInt8] {
        guard case .bytes(let buffer) = body else { return [] }
        return Array(buffer.readableBytesView)
    }
}
