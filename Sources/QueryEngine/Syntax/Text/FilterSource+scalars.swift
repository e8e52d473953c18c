extension FilterSource {
    /// The character at a place where one begins, and how many bytes it has.
    func scalar(at place: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let lead = bytes[place]
        guard lead >= 0x80 else { return (Unicode.Scalar(lead), 1) }
        let length = max(1, (~lead).leadingZeroBitCount)
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        for byte in bytes[(place + 1)...].prefix(length - 1) { value = value << 6 | UInt32(byte & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}

extension Unicode.Scalar {
    /// Whether it is white space in CQL2 text.
    var isFilterSpace: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }
}
