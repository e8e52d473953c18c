import Synchronization

/// Lets only so much expensive work go on at once. Whoever comes too many waits in line, first come first served, but
/// not for ever, and the line has an end.
///
/// ```swift
/// let gate = WorkGate(limit: 4, waiting: 64, patience: .seconds(5))
/// let answer = try await gate.run { try await site.respond(to: request) }
/// ```
package final class WorkGate: Sendable {
    /// One who waits.
    private struct Waiter {
        let ticket: UInt64
        let entry: CheckedContinuation<Void, any Error>
        /// Sends the waiter away when the time is up.
        let alarm: Task<Void, any Error>
    }

    private struct State {
        var running = 0
        var line: [Waiter] = []
        var lastTicket: UInt64 = 0
    }

    private let limit: Int
    private let waiting: Int
    private let patience: Duration
    private let sleep: @Sendable (Duration) async throws -> Void
    private let state = Mutex(State())

    /// Makes a gate.
    ///
    /// - Parameters:
    ///   - limit: How much may go on at once; at least 1.
    ///   - waiting: How many may wait.
    ///   - patience: How long one waits at most.
    ///   - sleep: Waits for a time, and less where it is cancelled.
    package init(
        limit: Int, waiting: Int, patience: Duration,
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        precondition(limit >= 1 && waiting >= 0, "a gate that lets nothing through would refuse everybody")
        self.limit = limit
        self.waiting = waiting
        self.patience = patience
        self.sleep = sleep
    }

    /// Does the work as soon as there is room for it.
    ///
    /// - Parameters:
    ///   - remaining: How long the caller can wait, where that is less than the patience of the gate.
    ///   - body: The work. It is not done where the caller was cancelled while it waited.
    /// - Throws: ``Busy``; `CancellationError` where the caller was cancelled while it waited; what the work throws.
    package func run<Answer>(
        waitingAtMost remaining: Duration? = nil, isolation: isolated (any Actor)? = #isolation,
        _ body: () async throws -> Answer
    ) async throws -> Answer {
        try await enter(within: min(patience, remaining ?? patience), isolation: isolation)
        defer { leave() }
        return try await body()
    }

    /// How much goes on now, and how many wait.
    package var load: (running: Int, waiting: Int) { state.withLock { ($0.running, $0.line.count) } }

    private func enter(within time: Duration, isolation: isolated (any Actor)?) async throws {
        let ticket = state.withLock { state -> UInt64? in
            if state.running < limit {
                state.running += 1
                return nil
            }
            state.lastTicket += 1
            return state.lastTicket
        }
        guard let ticket else { return }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation(isolation: isolation) { entry in
                join(ticket, entry, within: time)
            }
        } onCancel: {
            dismiss(ticket, with: CancellationError())
        }
    }

    /// Stands in line, unless there is room by now, or the caller has been cancelled, or the line is full.
    private func join(_ ticket: UInt64, _ entry: CheckedContinuation<Void, any Error>, within time: Duration) {
        let outcome = state.withLock { state -> Result<Void, any Error>? in
            // A cancellation after this look finds the waiter in the line; one before it is seen here.
            if Task.isCancelled { return .failure(CancellationError()) }
            if state.running < limit {
                state.running += 1
                return .success(())
            }
            if state.line.count >= waiting || time <= .zero { return .failure(busy) }
            // The alarm cannot find the line without its waiter, since it needs the lock.
            let alarm = Task { [sleep, busy] in
                try await sleep(time)
                self.dismiss(ticket, with: busy)
            }
            state.line.append(Waiter(ticket: ticket, entry: entry, alarm: alarm))
            return nil
        }
        if let outcome { entry.resume(with: outcome) }
    }

    /// Hands the place on to the first in line.
    private func leave() {
        let next = state.withLock { state -> Waiter? in
            if state.line.isEmpty {
                state.running -= 1
                return nil
            }
            return state.line.removeFirst()
        }
        next?.alarm.cancel()
        next?.entry.resume()
    }

    /// Sends one who waits away; who has entered already stays.
    private func dismiss(_ ticket: UInt64, with error: any Error) {
        let waiter = state.withLock { state -> Waiter? in
            state.line.firstIndex { $0.ticket == ticket }.map { state.line.remove(at: $0) }
        }
        waiter?.alarm.cancel()
        waiter?.entry.resume(throwing: error)
    }

    private var busy: Busy { Busy(retryAfter: max(1, Int((patience / .seconds(1)).rounded(.up)))) }
}
