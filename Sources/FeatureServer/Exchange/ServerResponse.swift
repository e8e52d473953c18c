/// A response as the site makes it, whatever carries it away.
package struct ServerResponse: Sendable {
    /// The status code.
    package var status: Int
    /// The header fields, in order.
    package var headers: [(name: String, value: String)]
    /// The body; a response to `HEAD` is sent without it.
    package var body: [UInt8]

    /// Makes a response.
    package init(status: Int = 200, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The value of a header field, by its name in any case.
    package func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}
