import Dispatch

/// Threads for answering requests, apart from those of the network: reading the store holds a thread, and must hold
/// neither the network nor the few threads that the rest of the program has.
final class RequestThreads: TaskExecutor {
    // Dispatch adds threads as others are held; how much goes on at once is limited by the site's gates.
    private let queue: DispatchQueue

    /// Makes threads.
    ///
    /// - Parameter isQuick: Whether what they do takes little time. The system has other threads for what does not, so
    ///   that long work never keeps short work from beginning.
    init(isQuick: Bool) {
        queue = DispatchQueue(
            label: isQuick ? "hlgeo quick requests" : "hlgeo costly requests",
            qos: isQuick ? .userInitiated : .utility, attributes: .concurrent)
    }

    /// Runs a piece of a request's work.
    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedTaskExecutor()
        queue.async { job.runSynchronously(on: executor) }
    }
}
