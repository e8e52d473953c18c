package import Logging

/// What the log says of a request that has been answered.
///
/// Neither the client's address nor the query is among it: the query can hold the coordinates of people. The route's
/// template says what was asked; the path names a collection, a feature or an area.
package struct AnsweredRequest: Sendable {
    /// What the request is called.
    package var id: String
    /// The method in upper case.
    package var method: String
    /// The template of the route, such as `/collections/{collectionId}/items`.
    package var route: String
    /// The path as it was asked for.
    package var path: String
    /// The status code.
    package var status: Int
    /// How long it took.
    package var latency: Duration
    /// How many bytes the body had as it was sent.
    package var bytes: Int

    /// Takes what is known of the request.
    package init(
        id: String, method: String, route: String, path: String, status: Int, latency: Duration, bytes: Int
    ) {
        self.id = id
        self.method = method
        self.route = route
        self.path = path
        self.status = status
        self.latency = latency
        self.bytes = bytes
    }

    /// Writes one event: `error` for faults of the service (500), `warning` where it was overloaded, else `info`.
    package func log(to logger: Logger) {
        let level: Logger.Level = status == 503 || status == 429 ? .warning : status >= 500 ? .error : .info
        logger.log(level: level, "request", metadata: metadata)
    }

    private var metadata: Logger.Metadata {
        [
            "request": .string(id), "method": .string(String(method.prefix(16))), "route": .string(route),
            // A query that came along is cut off, and so is a path without end.
            "path": .string(String(path.prefix { $0 != "?" && $0 != "#" }.prefix(200))),
            "status": .stringConvertible(status), "bytes": .stringConvertible(bytes),
            "milliseconds": .stringConvertible((latency / .microseconds(1)).rounded() / 1_000),
        ]
    }
}
