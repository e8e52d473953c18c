package import QueryEngine

/// How a site answers.
package struct SiteSettings: Sendable {
    /// The address for links where a request does not tell it, such as `https://example.org/hlgeo`.
    package var address: String
    /// How many bytes of answers and of encoded features are kept in memory.
    package var memory: Int
    /// How much one request may ask for.
    package var limits: QueryLimits
    /// How many bytes a request's body may have.
    package var bodyLimit: Int
    /// How many answers are computed at once, and how many more requests may wait for that.
    package var concurrency: (running: Int, waiting: Int)
    /// Whether initiatives may be written, by those who have a token.
    package var allowsWrites: Bool

    /// Makes settings; the defaults keep 24 MiB, take bodies of 64 MiB, and only read.
    package init(
        address: String, memory: Int = 24 << 20, limits: QueryLimits = QueryLimits(), bodyLimit: Int = 64 << 20,
        concurrency: (running: Int, waiting: Int) = (8, 256), allowsWrites: Bool = false
    ) {
        self.address = address.hasSuffix("/") ? String(address.dropLast()) : address
        self.memory = memory
        self.limits = limits
        self.bodyLimit = bodyLimit
        self.concurrency = concurrency
        self.allowsWrites = allowsWrites
    }

    /// Takes what an operator decides for the whole service.
    init(_ service: ServiceSettings) {
        let scheme = service.hasTLS ? "https" : "http"
        self.init(
            address: service.publicURL ?? "\(scheme)://\(service.host):\(service.port)",
            memory: service.cacheSize << 20, limits: QueryLimits(time: .seconds(service.requestTimeout)),
            bodyLimit: service.maximumBody,
            concurrency: (running: service.maximumConcurrent, waiting: service.maximumConcurrent * 32),
            allowsWrites: service.allowsWrites)
    }
}
