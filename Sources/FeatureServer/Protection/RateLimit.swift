import Synchronization

/// How often one client may ask: a bucket of tokens each, refilled at a steady rate (a token bucket).
///
/// Only so many clients are remembered, those who asked last, so that a flood of addresses takes no more memory. A client
/// of IPv6 is its /64, since one subscriber has them all.
package final class RateLimit: Sendable {
    /// What becomes of a request.
    package enum Verdict: Sendable, Equatable {
        /// It is answered.
        case allowed
        /// It is refused (429); the client may ask again after so many whole seconds, at least 1.
        case refused(retryAfter: Int)
    }

    private let perSecond: Double
    private let burst: Double
    private let buckets: Mutex<RecentlyUsed<IPAddress, Bucket>>

    /// Makes a limit.
    ///
    /// - Parameters:
    ///   - perSecond: How many requests a second, in the long run; more than 0.
    ///   - burst: How many at once; at least 1.
    ///   - clients: How many clients are remembered; at least 1.
    package init(perSecond: Double, burst: Int, clients: Int = 10_000) {
        precondition(perSecond > 0 && burst >= 1, "a limit of nothing would refuse everybody")
        self.perSecond = perSecond
        self.burst = Double(burst)
        buckets = Mutex(RecentlyUsed(capacity: clients))
    }

    /// Decides about one request.
    ///
    /// - Parameters:
    ///   - client: Who asks; all who have no address share one bucket.
    ///   - now: When; instants that go backwards refill nothing.
    package func admit(_ client: IPAddress?, at now: ContinuousClock.Instant) -> Verdict {
        let key = (client ?? IPAddress(high: 0, low: 0)).subscriber
        return buckets.withLock { buckets in
            buckets.withValue(of: key, orNew: Bucket(tokens: burst, filledAt: now)) { bucket in
                if now > bucket.filledAt {
                    bucket.tokens = min(burst, bucket.tokens + (now - bucket.filledAt) / .seconds(1) * perSecond)
                    bucket.filledAt = now
                }
                if bucket.tokens >= 1 {
                    bucket.tokens -= 1
                    return .allowed
                }
                let seconds = ((1 - bucket.tokens) / perSecond).rounded(.up)
                return .refused(retryAfter: max(1, Int(min(seconds, 86_400))))
            }
        }
    }

    /// How many clients are remembered now.
    package var clients: Int { buckets.withLock { $0.count } }

    private struct Bucket {
        var tokens: Double
        var filledAt: ContinuousClock.Instant
    }
}
