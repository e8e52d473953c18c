import GRDB
import GeographyModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Waits for another process to finish with the store.
///
/// SQLite's own timeout does not hold for every lock: a change of the journal mode, or a recovery, is refused at once.
enum Patience {
    /// How long somebody who is kept waiting waits in all.
    static let limit = Duration.seconds(10)

    /// Runs `body` again until nobody else holds the store, or the time is over.
    static func wait<Value>(_ body: () throws -> Value) throws -> Value {
        let start = ContinuousClock.now
        while true {
            do { return try body() } catch {
                guard isHeld(error), ContinuousClock.now - start < limit else { throw error }
                usleep(50_000)
            }
        }
    }

    /// The same for asynchronous work, all of which is done again.
    static func wait<Value: Sendable>(_ body: @Sendable () async throws -> Value) async throws -> Value {
        let start = ContinuousClock.now
        while true {
            do { return try await body() } catch {
                guard isHeld(error), ContinuousClock.now - start < limit else { throw error }
                try await Task.sleep(for: .milliseconds(50))
            }
        }
    }

    private static func isHeld(_ error: any Error) -> Bool {
        guard let failure = error as? DatabaseError else { return false }
        return failure.resultCode == .SQLITE_BUSY || failure.resultCode == .SQLITE_LOCKED
    }
}
