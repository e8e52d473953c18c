import FeatureServer
import Testing

struct RateLimitTests {
    static let start = ContinuousClock.now
    static let client = IPAddress("192.0.2.1")

    static func after(_ seconds: Double) -> ContinuousClock.Instant { start.advanced(by: .seconds(seconds)) }

    @Test func `a burst is allowed, and then a steady rate`() {
        let limit = RateLimit(perSecond: 2, burst: 5)
        for _ in 1...5 { #expect(limit.admit(Self.client, at: Self.start) == .allowed) }
        #expect(limit.admit(Self.client, at: Self.start) == .refused(retryAfter: 1))
        #expect(limit.admit(Self.client, at: Self.after(0.4)) == .refused(retryAfter: 1))
        #expect(limit.admit(Self.client, at: Self.after(0.6)) == .allowed)
        #expect(limit.admit(Self.client, at: Self.after(0.6)) == .refused(retryAfter: 1))
    }

    @Test func `in the long run no more than the rate gets through`() {
        let limit = RateLimit(perSecond: 10, burst: 20)
        let allowed = (0..<6_000).count { limit.admit(Self.client, at: Self.after(Double($0) / 100)) == .allowed }
        // 60 s at 10 a second, and the burst.
        #expect((618...620).contains(allowed))
    }

    @Test func `rest does not save up more than a burst`() {
        let limit = RateLimit(perSecond: 1, burst: 3)
        _ = limit.admit(Self.client, at: Self.start)
        let allowed = (0..<10).count { _ in limit.admit(Self.client, at: Self.after(3_600)) == .allowed }
        #expect(allowed == 3)
    }

    @Test(arguments: [(0.5, 2), (0.1, 10), (1.0 / 3600, 3_600), (100, 1)])
    func `it is said when to come again`(_ rate: Double, _ seconds: Int) {
        let limit = RateLimit(perSecond: rate, burst: 1)
        _ = limit.admit(Self.client, at: Self.start)
        #expect(limit.admit(Self.client, at: Self.start) == .refused(retryAfter: seconds))
        #expect(limit.admit(Self.client, at: Self.after(Double(seconds))) == .allowed)
    }

    @Test func `each client has a bucket, and a network of IPv6 only one`() {
        let limit = RateLimit(perSecond: 1, burst: 1)
        #expect(limit.admit(Self.client, at: Self.start) == .allowed)
        #expect(limit.admit(IPAddress("192.0.2.2"), at: Self.start) == .allowed)
        #expect(limit.admit(IPAddress("2001:db8::1"), at: Self.start) == .allowed)
        #expect(limit.admit(IPAddress("2001:db8::2"), at: Self.start) != .allowed)
        #expect(limit.admit(IPAddress("2001:db8:0:1::1"), at: Self.start) == .allowed)
        #expect(limit.admit(nil, at: Self.start) == .allowed)
        #expect(limit.admit(nil, at: Self.start) != .allowed)
    }

    @Test func `a flood of addresses takes no more memory, and who is refused is not forgotten while asking`() {
        let limit = RateLimit(perSecond: 0.01, burst: 1, clients: 100)
        _ = limit.admit(Self.client, at: Self.start)
        for number in 0..<50_000 {
            let address = IPAddress("10.\(number >> 16 & 255).\(number >> 8 & 255).\(number & 255)")
            #expect(limit.admit(address, at: Self.start) == .allowed)
            if number % 50 == 0 { #expect(limit.admit(Self.client, at: Self.start) != .allowed) }
        }
        #expect(limit.clients == 100)
        // One that has been forgotten begins anew, and takes nobody else's bucket.
        #expect(limit.admit(IPAddress("10.0.0.0"), at: Self.start) == .allowed)
    }

    @Test func `a clock that goes backwards gives nothing away`() {
        let limit = RateLimit(perSecond: 1, burst: 1)
        _ = limit.admit(Self.client, at: Self.after(10))
        #expect(limit.admit(Self.client, at: Self.start) == .refused(retryAfter: 1))
        #expect(limit.admit(Self.client, at: Self.after(10.5)) != .allowed)
        #expect(limit.admit(Self.client, at: Self.after(11)) == .allowed)
    }
}
