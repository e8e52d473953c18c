/// The numbers of requests by route, method and class of status, and how long they took.
struct ServiceCounts: Sendable {
    /// The methods that are told apart; the last is for all others.
    static let methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "other"]
    /// The classes of status.
    static let classes = ["1xx", "2xx", "3xx", "4xx", "5xx"]
    /// The upper bounds of the latencies in seconds, as they are written, and in nanoseconds.
    static let bounds: [(seconds: String, nanoseconds: UInt64)] = [
        ("0.0005", 500_000), ("0.001", 1_000_000), ("0.0025", 2_500_000), ("0.005", 5_000_000), ("0.01", 10_000_000),
        ("0.025", 25_000_000), ("0.05", 50_000_000), ("0.1", 100_000_000), ("0.25", 250_000_000),
        ("0.5", 500_000_000), ("1", 1_000_000_000), ("2.5", 2_500_000_000), ("5", 5_000_000_000),
        ("10", 10_000_000_000),
    ]

    /// Requests by ``cell(route:method:status:)``.
    private(set) var requests: [UInt64]
    /// Requests by route and bucket, each only those of that bucket; the last is for all that took longer.
    private(set) var latencies: [UInt64]
    /// The time of all requests by route, in nanoseconds.
    private(set) var nanoseconds: [UInt64]
    /// The bytes of all bodies by route.
    private(set) var bytes: [UInt64]

    init(routes: Int) {
        requests = Array(repeating: 0, count: routes * Self.methods.count * Self.classes.count)
        latencies = Array(repeating: 0, count: routes * (Self.bounds.count + 1))
        nanoseconds = Array(repeating: 0, count: routes)
        bytes = Array(repeating: 0, count: routes)
    }

    /// Where requests of a kind are counted.
    static func cell(route: Int, method: String, status: Int) -> Int {
        let methodPlace = methods.firstIndex(of: method) ?? methods.count - 1
        let classPlace = min(max(status / 100, 1), classes.count) - 1
        return (route * methods.count + methodPlace) * classes.count + classPlace
    }

    /// Adds one request.
    mutating func add(cell: Int, route: Int, nanoseconds time: UInt64, bytes size: UInt64) {
        requests[cell] += 1
        let bucket = Self.bounds.firstIndex { time <= $0.nanoseconds } ?? Self.bounds.count
        latencies[route * (Self.bounds.count + 1) + bucket] += 1
        nanoseconds[route] &+= time
        bytes[route] &+= size
    }

    /// The buckets of one route, each only those of that bucket.
    func latencies(of route: Int) -> ArraySlice<UInt64> {
        let width = Self.bounds.count + 1
        return latencies[route * width..<(route + 1) * width]
    }
}
