import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Lets Ctrl-C end a search early instead of the program; a second one ends the program.
enum Interruption {
    private static let flag = Atomic(false)

    /// Whether the user has had enough.
    static var hasCome: Bool { flag.load(ordering: .relaxed) }

    /// From now on the first Ctrl-C only sets ``hasCome``.
    static func catchFirst() {
        // The flag is made now, since a signal handler must not make it.
        flag.store(false, ordering: .relaxed)
        signal(SIGINT) { number in
            Interruption.flag.store(true, ordering: .relaxed)
            signal(number, SIG_DFL)
        }
    }
}
