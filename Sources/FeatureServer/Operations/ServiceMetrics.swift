import Synchronization

/// What the service has done since it started, for Prometheus to collect. Counting takes well under a microsecond.
///
/// Requests are counted by the template of their route, never by their address: there are as many series as routes,
/// whatever clients ask for.
package final class ServiceMetrics: Sendable {
    /// Why a request was turned away before it was answered.
    package enum Refusal: Int, CaseIterable, Sendable {
        /// The client asks too often.
        case rate
        /// There is too much expensive work.
        case busy
        /// The request is larger than is allowed.
        case tooLarge

        /// The word for it in the series.
        var word: String {
            switch self {
            case .rate: "rate"
            case .busy: "busy"
            case .tooLarge: "too-large"
            }
        }
    }

    /// How the cache of answers fares.
    package enum CacheEvent: Int, CaseIterable, Sendable {
        case hit
        case miss
        case eviction
    }

    let routes: [String]
    let startedAt: Double
    let version: String
    let counts: Mutex<ServiceCounts>
    private let inFlight = Atomic<Int>(0)
    private let connections = Atomic<Int>(0)
    private let cacheBytes = Atomic<Int>(0)
    private let storeRevision = Atomic<Int>(0)
    private let cacheEvents: [Counter] = CacheEvent.allCases.map { _ in Counter() }
    private let refusals: [Counter] = Refusal.allCases.map { _ in Counter() }

    /// Makes counters that stand at 0.
    ///
    /// - Parameters:
    ///   - routes: The templates of all routes, such as `/collections/{collectionId}`; a route is its place in here. The
    ///     last is for requests that no route has.
    ///   - startedAt: When the process started, in seconds since 1970.
    ///   - version: The version of the program.
    package init(routes: [String], startedAt: Double, version: String) {
        precondition(!routes.isEmpty, "requests that no route has need a template too")
        self.routes = routes
        self.startedAt = startedAt
        self.version = version
        counts = Mutex(ServiceCounts(routes: routes.count))
    }

    /// Notes that a request has come. Each such call is followed by one of ``record(route:method:status:latency:bytes:)``.
    package func begin() { inFlight.add(1, ordering: .relaxed) }

    /// Notes that a request has been answered.
    ///
    /// - Parameters:
    ///   - route: The place of its template; any other counts as the last.
    ///   - method: The method in upper case.
    ///   - status: The status code.
    ///   - latency: How long it took from the head of the request to the last byte handed on.
    ///   - bytes: How many bytes the body had as it was sent.
    package func record(route: Int, method: String, status: Int, latency: Duration, bytes: Int) {
        inFlight.subtract(1, ordering: .relaxed)
        let route = routes.indices.contains(route) ? route : routes.count - 1
        let cell = ServiceCounts.cell(route: route, method: method, status: status)
        let (seconds, attoseconds) = latency.components
        let nanoseconds = UInt64(max(0, seconds)) * 1_000_000_000 + UInt64(max(0, attoseconds)) / 1_000_000_000
        counts.withLock { $0.add(cell: cell, route: route, nanoseconds: nanoseconds, bytes: UInt64(max(0, bytes))) }
    }

    /// Notes that a client has connected. Each such call is followed by one of ``connectionEnded()``.
    package func connectionBegan() { connections.add(1, ordering: .relaxed) }

    /// Notes that a connection has ended.
    package func connectionEnded() { connections.subtract(1, ordering: .relaxed) }

    /// Notes that a request was turned away; it is recorded as an answer too.
    package func count(_ refusal: Refusal) { refusals[refusal.rawValue].increment() }

    /// Notes what the cache of answers did.
    package func count(_ event: CacheEvent) { cacheEvents[event.rawValue].increment() }

    /// Notes how many bytes the cache of answers holds now.
    package func cacheHolds(bytes: Int) { cacheBytes.store(bytes, ordering: .relaxed) }

    /// Notes how many answers the cache has forgotten in all for want of room.
    package func cacheForgot(_ total: Int) { cacheEvents[CacheEvent.eviction.rawValue].set(to: UInt64(max(0, total))) }

    /// Notes the state of the store that is being served.
    package func serves(revision: Int) { storeRevision.store(revision, ordering: .relaxed) }

    /// How many requests are being answered now.
    package var requestsInFlight: Int { inFlight.load(ordering: .relaxed) }

    /// How many clients are connected now.
    package var openConnections: Int { connections.load(ordering: .relaxed) }

    var bytesInCache: Int { cacheBytes.load(ordering: .relaxed) }
    var revision: Int { storeRevision.load(ordering: .relaxed) }
    func total(of event: CacheEvent) -> UInt64 { cacheEvents[event.rawValue].value }
    func total(of refusal: Refusal) -> UInt64 { refusals[refusal.rawValue].value }
}

/// A number that only grows.
private final class Counter: Sendable {
    private let number = Atomic<UInt64>(0)
    func increment() { number.wrappingAdd(1, ordering: .relaxed) }
    func set(to value: UInt64) { number.store(value, ordering: .relaxed) }
    var value: UInt64 { number.load(ordering: .relaxed) }
}
