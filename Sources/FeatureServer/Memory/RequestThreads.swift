import Foundation
import NIOCore
import Synchronization

/// Threads for answering requests, apart from those of the network: reading the store holds a thread, and must hold
/// neither the network nor the few threads that the rest of the program has.
///
/// The threads are its own. Dispatch adds none to those that compute, so that as many long filters as there are
/// processors would leave none for a request that takes no time.
final class RequestThreads: TaskExecutor {
    private let line: Line

    /// Makes threads as they are needed.
    ///
    /// - Parameter limit: How many there are at most: more than the site's gates let in, so that one is always free.
    init(limit: Int) { line = Line(limit: limit) }

    deinit { line.close() }

    /// Runs a piece of a request's work.
    func enqueue(_ job: consuming ExecutorJob) {
        line.add(Work(job: UnownedJob(job), executor: asUnownedTaskExecutor()))
    }

    private struct Work: Sendable {
        let job: UnownedJob
        let executor: UnownedTaskExecutor
    }

    /// What is to be done, and who waits for it.
    private final class Line: Sendable {
        private struct State {
            var work = CircularBuffer<Work>()
            var threads = 0
            var idle = 0
            var isClosed = false
        }

        private let limit: Int
        private let state = Mutex(State())
        private let signal = DispatchSemaphore(value: 0)

        init(limit: Int) { self.limit = max(1, limit) }

        func add(_ work: Work) {
            let needsThread = state.withLock { state -> Bool in
                state.work.append(work)
                guard state.work.count > state.idle, state.threads < limit else { return false }
                state.threads += 1
                return true
            }
            signal.signal()
            if needsThread { Thread.detachNewThread { [self] in serve() } }
        }

        func close() {
            let threads = state.withLock { state in
                state.isClosed = true
                return state.threads
            }
            for _ in 0..<threads { signal.signal() }
        }

        private func serve() {
            while true {
                state.withLock { $0.idle += 1 }
                signal.wait()
                let (work, isClosed) = state.withLock { state in
                    state.idle -= 1
                    return (state.work.popFirst(), state.isClosed)
                }
                if let work {
                    work.job.runSynchronously(on: work.executor)
                } else if isClosed {
                    return
                }
            }
        }
    }
}
