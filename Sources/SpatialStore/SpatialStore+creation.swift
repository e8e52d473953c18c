import Foundation
import GRDB
import GeographyModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension SpatialStore {
    /// Builds a new store and fills it, so that the file appears whole or not at all.
    ///
    /// It is built under another name beside its place and moved there when it is complete and on the disk.
    ///
    /// - Parameters:
    ///   - path: Where the store shall stand; its folder is made if need be.
    ///   - action: What fills it, for the store's own log.
    ///   - instant: When, ISO 8601 in UTC.
    ///   - fill: Writes the contents.
    /// - Throws: What `fill` throws; ``GeodataError`` `outputFailed` where the file cannot be written, `storeExists`
    ///   where another process made one there in the meantime.
    public static func create<Value: Sendable>(
        at path: String, action: String, at instant: String, _ fill: (StoreWriter) throws -> Value
    ) throws -> Value {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw GeodataError(
                .outputFailed, "The folder \(folder.path) cannot be made.",
                remedy: "Check its permissions, or name another file with --store.", cause: error)
        }
        guard access(folder.path, W_OK) == 0 else {
            throw GeodataError(
                .outputFailed, "The folder \(folder.path) cannot be written: \(String(cString: strerror(errno))).",
                remedy: "Check its permissions, or name another file with --store.")
        }
        StoreFile.removeAbandonedDrafts(of: path)
        let draft = StoreFile.draft(of: path)
        defer { StoreFile.remove(draft) }
        let value = try StoreFailure.explained(path) {
            let queue = try DatabaseQueue(
                path: draft, configuration: StoreConfiguration.make(readOnly: false, label: "hlgeo draft"))
            try queue.writeWithoutTransaction { db in
                // The draft is thrown away if anything fails, so it needs no journal of its own.
                try db.execute(sql: "PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
            }
            try StoreMigrations.migrator.migrate(queue)
            let value = try queue.writeWithoutTransaction { db in
                let value = try StoreWriter.transaction(
                    on: db, action: action, at: instant, commits: { _ in true }, fill)
                try db.execute(sql: "PRAGMA journal_mode = WAL")
                return value
            }
            try queue.close()
            return value
        }
        try StoreFile.publish(draft, as: path)
        return value
    }
}
