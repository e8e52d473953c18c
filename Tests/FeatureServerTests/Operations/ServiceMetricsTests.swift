import FeatureServer
import Testing

struct ServiceMetricsTests {
    static let routes = ["/", "/collections/{collectionId}", "a \"quoted\" \\ route\nof two lines", "other"]

    static func metrics() -> ServiceMetrics {
        ServiceMetrics(routes: routes, startedAt: 1_700_000_000.5, version: "0.1.0")
    }

    static func lines(_ metrics: ServiceMetrics, _ prefix: String) -> [String] {
        metrics.text(residentBytes: nil).split(separator: "\n").filter { $0.hasPrefix(prefix) }.map(String.init)
    }

    @Test func `requests are counted by route, method and class of status`() {
        let metrics = Self.metrics()
        for (route, method, status) in [
            (0, "GET", 200), (0, "GET", 204), (0, "HEAD", 304), (1, "BREW", 418), (99, "GET", 404),
        ] {
            metrics.begin()
            metrics.record(route: route, method: method, status: status, latency: .milliseconds(1), bytes: 10)
        }
        #expect(
            Self.lines(metrics, "hlgeo_http_requests_total") == [
                "hlgeo_http_requests_total{route=\"/\",method=\"GET\",status=\"2xx\"} 2",
                "hlgeo_http_requests_total{route=\"/\",method=\"HEAD\",status=\"3xx\"} 1",
                "hlgeo_http_requests_total{route=\"/collections/{collectionId}\",method=\"other\",status=\"4xx\"} 1",
                "hlgeo_http_requests_total{route=\"other\",method=\"GET\",status=\"4xx\"} 1",
            ])
        #expect(
            Self.lines(metrics, "hlgeo_http_response_bytes_total{route=\"/\"}") == [
                "hlgeo_http_response_bytes_total{route=\"/\"} 30"
            ])
        #expect(metrics.requestsInFlight == 0)
    }

    @Test(arguments: [
        (Duration.microseconds(1), "0.0005"), (.microseconds(500), "0.0005"), (.nanoseconds(500_001), "0.001"),
        (.milliseconds(10), "0.01"), (.seconds(10), "10"), (.seconds(11), "+Inf"), (.seconds(-1), "0.0005"),
    ])
    func `a latency is in its bucket and in all above`(_ latency: Duration, _ first: String) throws {
        let metrics = Self.metrics()
        metrics.record(route: 0, method: "GET", status: 200, latency: latency, bytes: 0)
        let buckets = Self.lines(metrics, "hlgeo_http_request_duration_seconds_bucket")
        #expect(buckets.count == 15)
        let place = try #require(buckets.firstIndex { $0.contains("le=\"\(first)\"") })
        #expect(buckets[..<place].allSatisfy { $0.hasSuffix(" 0") })
        #expect(buckets[place...].allSatisfy { $0.hasSuffix(" 1") })
    }

    @Test func `times are added up to the nanosecond`() {
        let metrics = Self.metrics()
        for latency in [Duration.seconds(1), .nanoseconds(5), .milliseconds(20)] {
            metrics.record(route: 0, method: "GET", status: 200, latency: latency, bytes: 0)
        }
        let name = "hlgeo_http_request_duration_seconds"
        #expect(Self.lines(metrics, name + "_sum") == [name + "_sum{route=\"/\"} 1.020000005"])
        #expect(Self.lines(metrics, name + "_count") == [name + "_count{route=\"/\"} 3"])
    }

    @Test func `everything else is there from the start`() {
        let metrics = Self.metrics()
        metrics.count(.hit)
        metrics.count(.hit)
        metrics.count(.eviction)
        metrics.count(.tooLarge)
        metrics.cacheHolds(bytes: 4_096)
        metrics.serves(revision: 17)
        metrics.begin()
        let text = metrics.text(residentBytes: 1_000)
        for line in [
            "hlgeo_cache_hits_total 2", "hlgeo_cache_misses_total 0", "hlgeo_cache_evictions_total 1",
            "hlgeo_cache_bytes 4096", "hlgeo_store_revision 17", "hlgeo_http_requests_in_flight 1",
            "hlgeo_http_refusals_total{reason=\"rate\"} 0", "hlgeo_http_refusals_total{reason=\"too-large\"} 1",
            "process_start_time_seconds 1700000000.5", "process_resident_memory_bytes 1000",
            "hlgeo_build_info{version=\"0.1.0\"} 1",
        ] {
            #expect(text.contains("\n\(line)\n"), "\(line) is missing")
        }
    }

    @Test func `labels are escaped, so that a line stays a line`() {
        let metrics = Self.metrics()
        metrics.record(route: 2, method: "GET", status: 200, latency: .zero, bytes: 0)
        #expect(
            Self.lines(metrics, "hlgeo_http_requests_total") == [
                #"hlgeo_http_requests_total{route="a \"quoted\" \\ route\nof two lines",method="GET",status="2xx"} 1"#
            ])
    }

    @Test func `every family is described once, and every line is understood`() throws {
        let metrics = Self.metrics()
        for route in Self.routes.indices {
            metrics.record(route: route, method: "GET", status: 200, latency: .milliseconds(3), bytes: 1)
        }
        let text = metrics.text()
        #expect(text.hasSuffix("\n"))
        var types: [Substring] = []
        for line in text.split(separator: "\n") {
            if line.hasPrefix("# TYPE ") { types.append(line.split(separator: " ")[2]) }
            if line.hasPrefix("#") { continue }
            let name = try #require(line.split { $0 == "{" || $0 == " " }.first)
            let family = ["_bucket", "_sum", "_count"].reduce(String(name)) { name, suffix in
                name.hasPrefix("hlgeo_http_request_duration") && name.hasSuffix(suffix)
                    ? String(name.dropLast(suffix.count)) : name
            }
            #expect(types.last.map(String.init) == family)
            #expect(Double(try #require(line.split(separator: " ").last)) != nil)
        }
        #expect(Set(types).count == types.count)
    }

    @Test func `counting from many tasks loses nothing`() async {
        let metrics = Self.metrics()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<5_000 {
                        metrics.begin()
                        metrics.record(route: 0, method: "GET", status: 200, latency: .microseconds(3), bytes: 1)
                        metrics.count(.miss)
                    }
                }
            }
        }
        #expect(Self.lines(metrics, "hlgeo_http_requests_total").first?.hasSuffix(" 40000") == true)
        #expect(Self.lines(metrics, "hlgeo_cache_misses_total") == ["hlgeo_cache_misses_total 40000"])
        #expect(metrics.requestsInFlight == 0)
    }

    @Test func `the memory of this process is known on Linux`() throws {
        #if os(Linux)
            #expect(try #require(ResidentMemory.bytes) > 1_000_000)
        #endif
    }
}
