import GeographyModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where a command's bytes go: standard output, or a file that appears whole or not at all.
struct OutputFile: Sendable {
    private let path: String?
    private let draft: String
    private let descriptor: Int32

    /// Opens standard output, or a draft beside `path`.
    ///
    /// - Throws: ``GeodataError`` `outputFailed` where the file cannot be made.
    init(path: String?) throws {
        self.path = path == "-" ? nil : path
        guard let path = self.path else {
            draft = ""
            descriptor = STDOUT_FILENO
            return
        }
        draft = "\(path).draft-\(getpid())"
        descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        guard descriptor >= 0 else {
            throw GeodataError(
                .outputFailed, "\(path) cannot be written: \(String(cString: strerror(errno))).",
                remedy: "Check that its folder exists and may be written.")
        }
    }

    /// Writes bytes.
    func write(_ bytes: UnsafeRawBufferPointer) throws {
        try Console.write(bytes, to: descriptor, name: path ?? "standard output")
    }

    /// Writes what `body` gives it, and puts the file in its place; on any error the old file stays.
    func fill<Value>(_ body: () async throws -> Value) async throws -> Value {
        do {
            let value = try await body()
            try finish()
            return value
        } catch {
            if path != nil {
                close(descriptor)
                unlink(draft)
            }
            throw error
        }
    }

    private func finish() throws {
        guard let path else { return }
        guard close(descriptor) == 0, rename(draft, path) == 0 else {
            throw GeodataError(
                .outputFailed, "\(path) cannot be written: \(String(cString: strerror(errno))).",
                remedy: "Check the disk space and the permissions.")
        }
    }
}
