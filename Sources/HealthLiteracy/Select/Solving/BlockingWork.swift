import Dispatch
import Synchronization

/// Long work that never suspends, on a thread of its own, so that it holds up nobody who is served by the same process.
enum BlockingWork {
    /// Does the work. It is told, whenever it asks, whether the task that waits for it was cancelled.
    static func run<Answer: Sendable>(
        _ work: @escaping @Sendable (_ isCancelled: @escaping @Sendable () -> Bool) throws -> Answer
    ) async throws -> Answer {
        let flag = CancellationFlag()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                DispatchQueue.global().async {
                    continuation.resume(with: Result { try work { flag.isSet.load(ordering: .relaxed) } })
                }
            }
        } onCancel: {
            flag.isSet.store(true, ordering: .relaxed)
        }
    }
}

/// Whether a task was cancelled.
private final class CancellationFlag: Sendable {
    let isSet = Atomic(false)
}
