import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Leaves SIGINT (Ctrl-C) with whoever had it: while CBC solves it takes the signal for itself, ends the one program that
/// it is at, and tells nobody.
final class InterruptSignal: Sendable {
    private let owner: sigaction
    private let isDone = Atomic(false)

    /// Remembers who has the signal, and gives it back again and again from a thread of its own until ``end(_:)``.
    init() {
        var owner = sigaction()
        sigaction(SIGINT, nil, &owner)
        self.owner = owner
        Thread { [self] in
            // CBC takes it at the start, so that is when to look often: short programs end before a slow look.
            var looks: useconds_t = 0
            while !isDone.load(ordering: .relaxed) {
                giveBack()
                looks += 1
                usleep(min(2_000, 50 + looks))
            }
        }.start()
    }

    /// Stops watching; a signal that CBC got hold of nevertheless is sent again.
    func end(wasSwallowed: Bool) {
        isDone.store(true, ordering: .relaxed)
        guard wasSwallowed else { return }
        giveBack()
        kill(getpid(), SIGINT)
    }

    private func giveBack() {
        var owner = owner
        sigaction(SIGINT, &owner, nil)
    }
}
