package import NIOCore

/// What a client sends along, as it comes.
package struct RequestBody: Sendable {
    private let pieces: any AsyncSequence<ByteBuffer, any Error> & Sendable

    /// Nothing.
    package static let none = RequestBody("")

    /// Makes a body of pieces that come one after the other, and can be read once.
    package init(_ pieces: any AsyncSequence<ByteBuffer, any Error> & Sendable) { self.pieces = pieces }

    /// Makes a body that is there as a whole.
    package init(_ text: String) {
        pieces = AsyncThrowingStream { stream in
            stream.yield(ByteBuffer(string: text))
            stream.finish()
        }
    }

    /// Hands out the pieces in their order.
    ///
    /// - Parameter limit: How many bytes there may be.
    /// - Throws: ``Problem`` 413 for a greater body; what the network and `take` throw.
    func forEach(limit: Int, _ take: (ByteBuffer) throws -> Void) async throws {
        var size = 0
        for try await piece in pieces {
            size += piece.readableBytes
            guard size <= limit else {
                throw Problem(
                    status: 413, code: "body-too-large", detail: "The request's body has more than \(limit) bytes.",
                    remedy: "Send it in parts, or use the command line.")
            }
            try take(piece)
        }
    }

    /// More than options written as text ever take.
    static let smallLimit = 64 << 10

    /// The body once all of it has come.
    ///
    /// - Throws: As ``forEach(limit:_:)``.
    func collected(limit: Int) async throws -> RequestBody {
        let bytes = try await bytes(limit: limit)
        return RequestBody(
            AsyncThrowingStream { stream in
                stream.yield(ByteBuffer(bytes: bytes))
                stream.finish()
            })
    }

    /// All bytes.
    ///
    /// - Throws: As ``forEach(limit:_:)``.
    func bytes(limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        try await forEach(limit: limit) { bytes += $0.readableBytesView }
        return bytes
    }
}
