/// The one stylesheet of all pages, with an address that changes when it does, so that it can be kept for ever.
package enum Stylesheet {
    /// The stylesheet, in UTF-8.
    package static let bytes: [UInt8] = PackageResources.style_css
    /// Its path, such as `/assets/style-1b2c….css`.
    package static let path = "/assets/style-\(fingerprint(of: bytes)).css"

    /// FNV-1a in 64 bits as 16 hexadecimal digits: enough to tell one release's stylesheet from another's.
    private static func fingerprint(of bytes: [UInt8]) -> String {
        let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
