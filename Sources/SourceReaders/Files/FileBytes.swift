import GeographyModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads a path to its end. Regular files take a single read; pipes are read until they close.
///
/// A read rather than a memory map: a mapped file that somebody truncates meanwhile ends the process.
enum FileBytes {
    /// The bytes at `path`.
    ///
    /// - Throws: `GeodataError` with code `inputMissing` where nothing can be read there.
    static func read(path: String) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw missing(path, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw missing(path, errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw missing(path, EISDIR) }

        // One byte of room more than the file needs, so that the read that meets the end needs no more room.
        var capacity = max(Int(status.st_size), 1 << 16) + 1
        var bytes: [UInt8] = []
        while true {
            var failure: Int32 = 0
            let held = bytes
            bytes = []
            bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                held.withUnsafeBufferPointer { count = buffer.update(fromContentsOf: $0) }
                while count < buffer.count, let base = buffer.baseAddress {
                    let read = systemRead(descriptor, base + count, buffer.count - count)
                    if read < 0, errno == EINTR { continue }
                    if read < 0 { failure = errno }
                    if read <= 0 { break }
                    count += read
                }
            }
            guard failure == 0 else { throw missing(path, failure) }
            if bytes.count < capacity { return bytes }
            capacity *= 2
        }
    }

    private static func systemRead(_ descriptor: Int32, _ start: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, start, count)
        #else
            Darwin.read(descriptor, start, count)
        #endif
    }

    static func missing(_ path: String, _ code: Int32) -> GeodataError {
        switch code {
        case ENOENT, ENOTDIR:
            GeodataError(.inputMissing, "There is no file \(path).", remedy: "Check the path.")
        case EISDIR:
            GeodataError(.inputMissing, "\(path) is a directory.", remedy: "Name a file inside it.")
        case EACCES, EPERM:
            GeodataError(
                .inputMissing, "\(path) cannot be read: permission denied.", remedy: "Give yourself read permission.")
        default:
            GeodataError(.inputMissing, "\(path) cannot be read: \(String(cString: strerror(code))).")
        }
    }
}
