import Foundation
import GeographyModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The store as a file: what can be told of it before SQLite opens it, and how a new one takes its place.
enum StoreFile {
    /// Refuses what cannot be a store, with a sentence that a person understands.
    static func inspect(_ path: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            var status = stat()
            if stat(path, &status) != 0, errno == EACCES {
                throw GeodataError(
                    .storeMissing, "The folder of the store \(path) may not be entered.",
                    remedy: "Check its permissions, or name another file with --store.")
            }
            throw GeodataError(
                .storeMissing, "There is no store at \(path).",
                remedy: "Build one with 'hlgeo load --store \(path)', or name another file with --store.")
        }
        let foreign = GeodataError(
            .storeForeign, "\(path) is not a store of hlgeo.", remedy: "Name another file with --store.")
        guard !isFolder.boolValue else { throw foreign }
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw GeodataError(
                .storeMissing, "The store \(path) cannot be read.", remedy: "Check the permissions of the file.")
        }
        defer { try? file.close() }
        guard let header = try? file.read(upToCount: 100), header.count == 100,
            header.prefix(16).elementsEqual("SQLite format 3\0".utf8),
            Int32(bigEndianBytes(header, at: 68)) == StoreConfiguration.applicationID
        else { throw foreign }
        let pageSize = header[16] == 0 && header[17] == 1 ? 65_536 : Int(header[16]) << 8 | Int(header[17])
        let expected = Int(bigEndianBytes(header, at: 28)) * pageSize
        let length = (try? file.seekToEnd()).map(Int.init) ?? 0
        // Behind a log or a journal the file may be half way through a checkpoint or an import: SQLite recovers it.
        if length < expected, !hasUnfinishedWork(path), !isFilled(path + "-wal") {
            throw GeodataError(
                .storeCorrupt, "The store \(path) is cut short: \(length) bytes of \(expected).",
                remedy: "Move it away and build it anew with 'hlgeo load --store \(path)'.")
        }
    }

    /// Refuses a file, or a folder, that cannot be written.
    static func requireWritable(_ path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard access(path, W_OK) == 0, access(folder, W_OK) == 0 else {
            throw GeodataError(
                .outputFailed, "The store \(path) cannot be written: \(String(cString: strerror(errno))).",
                remedy: "Check the permissions of the file and of its folder.")
        }
    }

    /// Whether a killed import left a rollback journal that has yet to be played back.
    static func hasUnfinishedWork(_ path: String) -> Bool { isFilled(path + "-journal") }

    private static func isFilled(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_size > 0
    }

    /// How SQLite shall address the file for reading only: as unchanging where its folder cannot be written, because
    /// WAL needs a file of its own beside the store.
    ///
    /// - Throws: ``GeodataError`` `storeMissing` where a log with changes lies there, which cannot be read then.
    static func readOnlyAddress(_ path: String) throws -> String {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        if access(folder, W_OK) == 0 { return path }
        if isFilled(path + "-wal") {
            throw GeodataError(
                .storeMissing,
                "The store \(path) has changes in its log, which cannot be read in a folder that may not be written.",
                remedy: "Run 'hlgeo info --store' on it where it may be written, and bring it here again.")
        }
        let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        return "file:\(escaped)?immutable=1"
    }

    /// The name under which a new store is built.
    static func draft(of path: String) -> String { "\(path).draft-\(getpid())" }

    /// Moves a finished draft to its place, never over another file.
    static func publish(_ draft: String, as path: String) throws {
        if let file = FileHandle(forUpdatingAtPath: draft) {
            try? file.synchronize()
            try? file.close()
        }
        guard link(draft, path) == 0 else {
            if errno == EEXIST {
                throw GeodataError(
                    .storeExists, "Another process has just made the store \(path).", remedy: "Run the command again.")
            }
            let reason = String(cString: strerror(errno))
            throw GeodataError(
                .outputFailed, "The new store could not be put at \(path): \(reason).",
                remedy: "Check the permissions of its folder, or name another file with --store.")
        }
    }

    /// Removes a draft and what SQLite keeps beside it.
    static func remove(_ draft: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(draft + suffix) }
    }

    /// Removes drafts of processes that are no longer alive.
    static func removeAbandonedDrafts(of path: String) {
        let file = URL(fileURLWithPath: path)
        let folder = file.deletingLastPathComponent().path
        let prefix = file.lastPathComponent + ".draft-"
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasPrefix(prefix) {
            let owner = name.dropFirst(prefix.count).prefix { $0.isNumber }
            if let process = Int32(owner), kill(process, 0) != 0, errno == ESRCH {
                unlink("\(folder)/\(name)")
            }
        }
    }

    private static func bigEndianBytes(_ data: Data, at offset: Int) -> UInt32 {
        data.dropFirst(offset).prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }
}
