import NIOCore
import Synchronization

/// Which connections their clients have closed on their side, while something may still be worked out for them.
///
/// Such a client can still read, so its connection stays; only what is long and dear, and mostly for nobody, asks here.
final class Departures: Sendable {
    private let left = Mutex<Set<ObjectIdentifier>>([])

    /// Notes that a client sends nothing more.
    func note(_ channel: any Channel) { _ = left.withLock { $0.insert(ObjectIdentifier(channel)) } }

    /// Forgets a connection that has ended.
    func forget(_ channel: any Channel) { _ = left.withLock { $0.remove(ObjectIdentifier(channel)) } }

    /// Whether nobody is likely to wait for an answer on a connection.
    func includes(_ channel: any Channel) -> Bool {
        !channel.isActive || left.withLock { $0.contains(ObjectIdentifier(channel)) }
    }
}
