import CZlib
import GeographyModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads a file of any size piece by piece; gzip is inflated on the way.
package final class ByteStream {
    /// The file as the user named it.
    package let name: String
    /// Bytes on disk; 0 for a pipe.
    package let size: Int
    private let handle: gzFile

    /// Opens a file, or standard input where the path is `-`.
    ///
    /// - Throws: `GeodataError` with code `inputMissing` where nothing can be read there.
    package init(path: String) throws {
        name = path == "-" ? "standard-input" : path
        let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileBytes.missing(path, errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
            close(descriptor)
            throw FileBytes.missing(path, EISDIR)
        }
        size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
        // "r" reads what is not gzip as it stands.
        guard let handle = gzdopen(descriptor, "r") else {
            close(descriptor)
            throw GeodataError(.internal, "zlib could not be started.")
        }
        gzbuffer(handle, 1 << 18)
        self.handle = handle
    }

    deinit { gzclose(handle) }

    /// How many bytes on disk were read so far.
    package var bytesRead: Int { Int(gzoffset(handle)) }

    /// Adds up to `count` bytes to `bytes`.
    ///
    /// - Returns: How many; 0 at the end of the file.
    /// - Throws: `GeodataError` with code `inputMalformed` for damaged gzip, `inputMissing` where reading fails.
    package func read(_ count: Int, into bytes: inout [UInt8]) throws -> Int {
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: count))
        let got = bytes.withUnsafeMutableBytes { buffer in
            gzread(handle, buffer.baseAddress?.advanced(by: start), UInt32(count))
        }
        bytes.removeLast(count - max(0, Int(got)))
        var code = Z_OK
        let message = gzerror(handle, &code)
        guard got >= 0, code == Z_OK || code == Z_STREAM_END else {
            let reason = message.map { String(cString: $0) } ?? "error \(code)"
            throw GeodataError(
                code == Z_ERRNO ? .inputMissing : .inputMalformed,
                "\(name) cannot be read on after \(bytesRead) bytes: \(reason).", remedy: "Get the file again.")
        }
        return Int(got)
    }
}
