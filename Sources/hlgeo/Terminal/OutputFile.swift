import GeographyModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where a command's bytes go: standard output, or a file that appears whole or not at all.
struct OutputFile: Sendable {
    private let path: String?
    private let name: String
    private let draft: String
    private let descriptor: Int32

    /// Opens standard output, or a draft beside `path`.
    ///
    /// - Throws: ``GeodataError`` `outputFailed` where the file cannot be made.
    init(path named: String?) throws {
        var status = stat()
        name = named.map { $0 == "-" ? "standard output" : $0 } ?? "standard output"
        if let named, named != "-", stat(named, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            // A device or a pipe is written to; nothing may take its place.
            path = nil
            draft = ""
            descriptor = open(named, O_WRONLY)
            guard descriptor >= 0 else {
                throw GeodataError(
                    .outputFailed, "\(named) cannot be written: \(String(cString: strerror(errno))).",
                    remedy: "Name a file.")
            }
            return
        }
        // The file that a link leads to is replaced, not the link.
        path =
            named == "-"
            ? nil
            : named.map {
                realpath($0, nil).map { resolved in
                    defer { free(resolved) }
                    return String(cString: resolved)
                } ?? $0
            }
        guard let path = self.path else {
            draft = ""
            descriptor = STDOUT_FILENO
            return
        }
        let base = ["-wal", "-shm", "-journal"].first(where: path.hasSuffix).map { String(path.dropLast($0.count)) }
        if Self.isDatabase(path) || base.map(Self.isDatabase) ?? false {
            throw GeodataError(
                .invalidRequest, "\(path) is a database, such as a store; it is not overwritten.",
                remedy: "Name another file with --output.")
        }
        draft = "\(path).draft-\(getpid())"
        // The file that takes the place of another is as private as that one was.
        let isThere = stat(path, &status) == 0
        descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC, isThere ? status.st_mode & 0o777 : 0o666)
        if descriptor >= 0 { AbandonedDraft.watch(draft) }
        guard descriptor >= 0 else {
            throw GeodataError(
                .outputFailed, "\(path) cannot be written: \(String(cString: strerror(errno))).",
                remedy: "Check that its folder exists and may be written.")
        }
    }

    /// Refuses a file that cannot be written, before anything is computed for it.
    ///
    /// - Throws: ``GeodataError`` as ``init(path:)``.
    static func requireWritable(_ path: String?) throws {
        var status = stat()
        // Devices and pipes are opened once only.
        guard let path, path != "-" else { return }
        guard !path.isEmpty else {
            throw GeodataError(
                .invalidRequest, "The file to write has no name.", remedy: "Name a file, or leave the option out.")
        }
        let kind = stat(path, &status) == 0 ? status.st_mode & S_IFMT : S_IFREG
        guard kind != S_IFDIR else {
            throw GeodataError(.outputFailed, "\(path) is a folder.", remedy: "Name a file in it.")
        }
        if kind == S_IFREG { try OutputFile(path: path).discard() }
    }

    /// Where a file is, whatever it is called: without links, `.` and `..`.
    static func place(of path: String) -> String {
        func resolved(_ path: String) -> String? {
            realpath(path, nil).map { place in
                defer { free(place) }
                return String(cString: place)
            }
        }
        if let place = resolved(path) { return place }
        let cut = path.lastIndex(of: "/")
        let folder = cut.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        return "\(resolved(folder) ?? folder)/\(cut.map { String(path[path.index(after: $0)...]) } ?? path)"
    }

    private func discard() {
        guard path != nil else { return }
        close(descriptor)
        unlink(draft)
        AbandonedDraft.forget()
    }

    /// Whether an SQLite file lies there.
    private static func isDatabase(_ path: String) -> Bool {
        let file = open(path, O_RDONLY)
        guard file >= 0 else { return false }
        defer { close(file) }
        var header = [UInt8](repeating: 0, count: 16)
        return read(file, &header, 16) == 16 && header.elementsEqual("SQLite format 3\0".utf8)
    }

    /// Writes bytes.
    func write(_ bytes: UnsafeRawBufferPointer) throws {
        try Console.write(bytes, to: descriptor, name: name)
    }

    /// Writes what `body` gives it, and puts the file in its place; on any error the old file stays.
    func fill<Value>(_ body: () async throws -> Value) async throws -> Value {
        do {
            let value = try await body()
            try finish()
            return value
        } catch {
            discard()
            throw error
        }
    }

    /// Writes a whole text to standard output, or to a file that takes the place of the old one.
    static func write(_ text: String, to path: String?) async throws {
        var text = text
        let file = try OutputFile(path: path)
        try await file.fill { try text.withUTF8 { try file.write(UnsafeRawBufferPointer($0)) } }
    }

    private func finish() throws {
        guard let path else { return }
        defer { AbandonedDraft.forget() }
        guard close(descriptor) == 0, rename(draft, path) == 0 else {
            throw GeodataError(
                .outputFailed, "\(path) cannot be written: \(String(cString: strerror(errno))).",
                remedy: "Check the disk space and the permissions.")
        }
    }
}
