import CZlib
import NIOCore

/// Bytes as gzip (RFC 1952), through zlib.
enum GzipEncoder {
    /// The bytes compressed; `nil` where zlib has no memory for it.
    static func compressed(_ bytes: ByteBufferView) -> [UInt8]? {
        var stream = z_stream()
        // 15 is zlib's greatest window, and 16 more asks for the head and the end of gzip.
        guard
            deflateInit2_(
                &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        let bound = Int(deflateBound(&stream, UInt(bytes.count)))
        return bytes.withUnsafeBytes { input -> [UInt8]? in
            var isComplete = false
            let packed = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
                // zlib reads what it is given and does not write to it.
                stream.next_in = UnsafeMutablePointer(mutating: input.bindMemory(to: UInt8.self).baseAddress)
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(bound)
                isComplete = deflate(&stream, Z_FINISH) == Z_STREAM_END
                count = Int(stream.total_out)
            }
            return isComplete ? packed : nil
        }
    }
}
