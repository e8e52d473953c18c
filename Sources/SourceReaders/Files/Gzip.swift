import CZlib
import GeographyModel

/// Gzip (RFC 1952), with any number of members one after the other, inflated by zlib.
enum Gzip {
    /// Whether the bytes begin as gzip does.
    static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

    /// The content of all members.
    ///
    /// - Throws: `GeodataError` with code `inputMalformed` where the data are cut short, fail their checksum, or inflate
    ///   to more than `sizeLimit` bytes.
    static func inflate(_ compressed: [UInt8], name: String, sizeLimit: Int) throws -> [UInt8] {
        var stream = z_stream()
        // 15 bits of window, and 16 to say gzip only.
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw GeodataError(.internal, "zlib could not be started.")
        }
        defer { inflateEnd(&stream) }

        return try compressed.withUnsafeBufferPointer { input in
            var output: [UInt8] = []
            var capacity = sizeHint(input, sizeLimit: sizeLimit)
            var consumed = 0
            while true {
                var state = Z_OK
                let held = output
                output = []
                output = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                    held.withUnsafeBufferPointer { count = buffer.update(fromContentsOf: $0) }
                    state = fill(buffer, &count, from: input, &consumed, &stream)
                }
                switch state {
                case Z_STREAM_END where output.count <= sizeLimit:
                    return output
                case Z_BUF_ERROR:
                    throw GeodataError(
                        .inputMalformed, "\(name) is gzip that is cut short after \(input.count) bytes.",
                        remedy: "Download it again.")
                case Z_STREAM_END,
                    Z_OK where capacity > sizeLimit:
                    throw GeodataError(
                        .inputMalformed, "\(name) inflates to more than \(sizeLimit) bytes.",
                        remedy: "Check what the archive holds, and split it.")
                case Z_OK:
                    capacity = min(capacity * 2, sizeLimit + 1)
                default:
                    let reason = stream.msg.map { String(cString: $0) } ?? "error \(state)"
                    throw GeodataError(
                        .inputMalformed, "\(name) is damaged gzip: \(reason), near byte \(consumed).",
                        remedy: "Download it again.")
                }
            }
        }
    }

    /// Inflates until the buffer is full (`Z_OK`), the last member ends (`Z_STREAM_END`), or the data fail.
    private static func fill(
        _ buffer: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int, from input: UnsafeBufferPointer<UInt8>,
        _ consumed: inout Int, _ stream: inout z_stream
    ) -> Int32 {
        guard let source = input.baseAddress, let target = buffer.baseAddress else { return Z_DATA_ERROR }
        while true {
            // zlib counts in 32 bits, so both sides go in slices.
            let available = min(input.count - consumed, 1 << 30)
            let room = min(buffer.count - count, 1 << 30)
            if room == 0 { return Z_OK }
            stream.next_in = UnsafeMutablePointer(mutating: source + consumed)
            stream.avail_in = UInt32(available)
            stream.next_out = target + count
            stream.avail_out = UInt32(room)
            let state = CZlib.inflate(&stream, Z_NO_FLUSH)
            consumed += available - Int(stream.avail_in)
            count += room - Int(stream.avail_out)
            switch state {
            case Z_OK: continue
            case Z_STREAM_END:
                // Another member may follow; padding with zeros, as tape archives have it, may not be one.
                let rest = input[consumed...]
                guard rest.starts(with: [0x1F, 0x8B]) else {
                    return rest.allSatisfy { $0 == 0 } ? Z_STREAM_END : Z_DATA_ERROR
                }
                inflateReset(&stream)
            default: return state
            }
        }
    }

    /// The size that the last four bytes promise for a single member, held to what deflate can reach (1032 to 1),
    /// and one byte of room more, so that the end is met without another round.
    private static func sizeHint(_ input: UnsafeBufferPointer<UInt8>, sizeLimit: Int) -> Int {
        let promised = input.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        return min(max(min(promised, input.count * 1032), 1 << 12), sizeLimit) + 1
    }
}
