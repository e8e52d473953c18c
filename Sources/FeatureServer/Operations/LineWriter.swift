import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Writes whole lines to an open file, each with one call of the system, so that lines of several threads never mix.
package final class LineWriter: Sendable {
    private let descriptor: Int32
    private let turn = Mutex(())

    /// Makes a writer for a file that stays open as long as the writer is used; standard error where none is named.
    package init(descriptor: Int32 = 2) {
        self.descriptor = descriptor
    }

    /// Writes bytes. What cannot be written is lost: a service does not stop because nobody keeps its log.
    package func write(_ bytes: [UInt8]) {
        turn.withLock { _ in
            bytes.withUnsafeBytes { all in
                var rest = all[...]
                while !rest.isEmpty {
                    let count = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest))
                    if count < 0, errno == EINTR { continue }
                    guard count > 0 else { return }
                    rest = rest.dropFirst(count)
                }
            }
        }
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
        Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #else
        Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
}
