import Crypto

/// The fingerprint by which a source file is known again.
enum Checksum {
    /// SHA-256 (FIPS 180-4) in lower-case hexadecimal.
    static func sha256(of bytes: [UInt8]) -> String {
        var hash = SHA256()
        bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        let digits = Array("0123456789abcdef".utf8)
        let hexadecimal = hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: hexadecimal, as: UTF8.self)
    }
}
