/// A growing run of UTF-8 bytes that every format writes into, and that is handed on in large pieces.
///
/// Appending never fails and never writes anywhere; the owner hands the bytes on with ``drain(past:_:)`` whenever it
/// suits, usually after each feature, so that memory stays small however long the answer is.
///
/// ```swift
/// var buffer = TextBuffer()
/// buffer.append("{\"name\":")
/// buffer.appendJSON("Kingston upon Hull, City of")
/// buffer.append("}")
/// try buffer.drain(past: 0) { try file.write($0) }
/// ```
package struct TextBuffer: Sendable {
    /// Past how many bytes ``drain(past:_:)`` hands on: 256 KiB.
    package static let drainSize = 262_144

    /// Bytes up to `count` are text; those after it are room.
    private var storage: [UInt8]
    /// How many bytes are held.
    package private(set) var count = 0

    /// Makes an empty buffer with room for `capacity` bytes.
    package init(capacity: Int = 4_096) {
        storage = [UInt8](repeating: 0, count: max(capacity, 64))
    }

    /// Whether nothing is held.
    package var isEmpty: Bool { count == 0 }
    /// A copy of the bytes that are held.
    package var bytes: [UInt8] { Array(storage[..<count]) }
    /// The bytes that are held, as text.
    package var text: String { String(decoding: storage[..<count], as: UTF8.self) }

    /// Takes all bytes out and leaves the buffer empty.
    package mutating func takeBytes() -> [UInt8] {
        defer { count = 0 }
        return bytes
    }

    /// Hands all bytes to `write` and empties the buffer, where it holds more than `limit` bytes.
    ///
    /// - Parameters:
    ///   - limit: 0 hands on whatever there is.
    ///   - write: Receives bytes that are valid during the call only.
    /// - Throws: What `write` throws; the bytes are kept then.
    package mutating func drain(
        past limit: Int = TextBuffer.drainSize, _ write: (UnsafeRawBufferPointer) throws -> Void
    ) rethrows {
        guard count > limit else { return }
        try storage.withUnsafeBytes { try write(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        count = 0
    }

    /// Lets `fill` write at most `room` bytes at the end; it returns how many it wrote.
    @inline(__always)
    mutating func append(room: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Int) {
        if storage.count - count < room { grow(by: room) }
        storage.withUnsafeMutableBufferPointer { all in
            guard let start = all.baseAddress else { return }
            count += fill(start + count)
        }
    }

    /// Appends one byte.
    @inline(__always)
    package mutating func append(_ byte: UInt8) {
        if count == storage.count { grow(by: 1) }
        storage[count] = byte
        count += 1
    }

    /// Appends bytes as they are.
    package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        append(room: bytes.count) { target in
            target.update(from: source, count: bytes.count)
            return bytes.count
        }
    }

    /// Appends bytes as they are.
    package mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append($0) }
    }

    /// Appends text that the program itself holds.
    package mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { append($0) }
    }

    /// Appends text as it is, without any escapes.
    package mutating func append(verbatim text: some StringProtocol) {
        var text = String(text)
        text.withUTF8 { append($0) }
    }

    private mutating func grow(by room: Int) {
        storage.append(contentsOf: repeatElement(0, count: max(storage.count, room)))
    }
}
