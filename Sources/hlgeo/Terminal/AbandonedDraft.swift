#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Takes the draft of an output file away when a signal ends the program (Ctrl-C, `kill`).
enum AbandonedDraft {
    /// The draft's path as C has it. Only the entry thread writes it, and the handler, which may run at any moment, reads
    /// one pointer.
    nonisolated(unsafe) private static var path: UnsafeMutablePointer<CChar>?

    /// From now on the draft is taken away when the program is ended.
    static func watch(_ draft: String) {
        forget()
        path = strdup(draft)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number) { number in
                // Nothing but what a handler may do: remove the file, and end as the signal would have.
                if let path = AbandonedDraft.path { unlink(path) }
                signal(number, SIG_DFL)
                raise(number)
            }
        }
    }

    /// The draft has its place, or is gone.
    static func forget() {
        let old = path
        path = nil
        free(old)
    }
}
