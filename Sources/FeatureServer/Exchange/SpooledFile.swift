import Foundation
package import NIOCore

/// A file in the folder for temporary files that nobody else sees, and that is gone as soon as it is no longer used.
package final class SpooledFile: Sendable {
    private let handle: FileHandle
    /// The path by which this process reads it.
    let path: String

    /// Makes an empty file.
    ///
    /// - Throws: ``Problem`` 507 where there is no room for it.
    init() throws {
        var template = Array((NSTemporaryDirectory() + "/hlgeo-XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw Self.noRoom }
        path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    deinit { unlink(path) }

    private static let noRoom = Problem(
        status: 507, code: "no-room", detail: "There is no room for what was sent.",
        remedy: "Try again later with less; tell the operator if it goes on.")

    /// Writes at the end.
    ///
    /// - Throws: ``Problem`` 507 where the disk is full.
    func write(_ bytes: UnsafeRawBufferPointer) throws {
        do { try handle.write(contentsOf: Data(bytes)) } catch { throw Self.noRoom }
    }

    /// Hands out what has been written, piece by piece.
    package func forEachPiece(_ take: (ByteBuffer) async throws -> Void) async throws {
        try handle.seek(toOffset: 0)
        while let data = try handle.read(upToCount: 1 << 17), !data.isEmpty { try await take(ByteBuffer(bytes: data)) }
    }
}
