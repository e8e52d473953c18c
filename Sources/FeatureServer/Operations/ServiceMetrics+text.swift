import Synchronization

extension ServiceMetrics {
    /// The media type of ``text(residentBytes:)``.
    package static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

    /// All numbers in the text format of Prometheus 0.0.4. Series of routes that nobody has asked for are left out.
    ///
    /// - Parameter residentBytes: The memory of the process, where that is known.
    package func text(residentBytes: Int? = ResidentMemory.bytes) -> String {
        let counts = counts.withLock { $0 }
        var text = MetricsText()
        writeRequests(counts, to: &text)
        writeLatencies(counts, to: &text)
        text.family("hlgeo_http_response_bytes", .counter, "Bytes of the bodies that were sent.")
        for (place, route) in routes.enumerated() where counts.bytes[place] > 0 {
            text.sample("hlgeo_http_response_bytes_total", [("route", route)], "\(counts.bytes[place])")
        }
        text.family("hlgeo_http_requests_in_flight", .gauge, "Requests that are being answered.")
        text.sample("hlgeo_http_requests_in_flight", [], "\(requestsInFlight)")
        text.single("hlgeo_http_connections", "Connections that are open.", "\(openConnections)")
        text.family("hlgeo_http_refusals", .counter, "Requests that were turned away before they were answered.")
        for refusal in Refusal.allCases {
            text.sample("hlgeo_http_refusals_total", [("reason", refusal.word)], "\(total(of: refusal))")
        }
        let cache: [(CacheEvent, String, String)] = [
            (.hit, "hlgeo_cache_hits", "Answers that were in memory."),
            (.miss, "hlgeo_cache_misses", "Answers that had to be made."),
            (.eviction, "hlgeo_cache_evictions", "Answers that made room for others."),
        ]
        for (event, name, help) in cache {
            text.family(name, .counter, help)
            text.sample(name + "_total", [], "\(total(of: event))")
        }
        text.single("hlgeo_cache_bytes", "Bytes of the answers in memory.", "\(bytesInCache)")
        text.single("hlgeo_store_revision", "The state of the store; goes up with every import.", "\(revision)")
        text.family("hlgeo_build_info", .gauge, "The version of the program.")
        text.sample("hlgeo_build_info", [("version", version)], "1")
        text.single("process_start_time_seconds", "When the process started, since 1970.", "\(startedAt)")
        if let residentBytes {
            text.single("process_resident_memory_bytes", "Memory of the process that is resident.", "\(residentBytes)")
        }
        return text.text
    }

    private func writeRequests(_ counts: ServiceCounts, to text: inout MetricsText) {
        text.family("hlgeo_http_requests", .counter, "Requests that were answered.")
        for (place, route) in routes.enumerated() {
            for (methodPlace, method) in ServiceCounts.methods.enumerated() {
                for (classPlace, status) in ServiceCounts.classes.enumerated() {
                    let cell = (place * ServiceCounts.methods.count + methodPlace) * ServiceCounts.classes.count
                    let count = counts.requests[cell + classPlace]
                    guard count > 0 else { continue }
                    text.sample(
                        "hlgeo_http_requests_total", [("route", route), ("method", method), ("status", status)],
                        "\(count)")
                }
            }
        }
    }

    private func writeLatencies(_ counts: ServiceCounts, to text: inout MetricsText) {
        let name = "hlgeo_http_request_duration_seconds"
        text.family(name, .histogram, "How long requests took, from their head to the last byte handed on.")
        for (place, route) in routes.enumerated() {
            let buckets = counts.latencies(of: place)
            guard buckets.contains(where: { $0 > 0 }) else { continue }
            var total: UInt64 = 0
            for (bucket, bound) in zip(buckets, ServiceCounts.bounds.map(\.seconds) + ["+Inf"]) {
                total += bucket
                text.sample(name + "_bucket", [("route", route), ("le", bound)], "\(total)")
            }
            let time = counts.nanoseconds[place]
            let fraction = String(time % 1_000_000_000)
            let padded = String(repeating: "0", count: 9 - fraction.count) + fraction
            text.sample(name + "_sum", [("route", route)], "\(time / 1_000_000_000).\(padded)")
            text.sample(name + "_count", [("route", route)], "\(total)")
        }
    }
}
