import GeographyModel

extension JSONScanner {
    /// Reads the string that comes next.
    package mutating func string() throws -> String {
        guard peek() == UInt8(ascii: "\"") else { throw unexpected("a string") }
        let start = offset + 1
        var end = start
        while end < bytes.count {
            let byte = bytes[end]
            if byte == UInt8(ascii: "\"") {
                offset = end + 1
                return try text(start..<end)
            }
            if byte == UInt8(ascii: "\\") { return try escapedString(from: start, to: end) }
            if byte < 0x20 { break }
            end += 1
        }
        offset = end
        throw unexpected("the closing quote of a string")
    }

    /// Passes the string that comes next; its escapes are checked, its encoding is not.
    mutating func skipString() throws {
        guard peek() == UInt8(ascii: "\"") else { throw unexpected("a string") }
        offset += 1
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte < 0x20 { break }
            offset += 1
            if byte == UInt8(ascii: "\"") { return }
            if byte == UInt8(ascii: "\\") { _ = try escape() }
        }
        throw unexpected("the closing quote of a string")
    }

    /// Checks that the bytes are UTF-8 and makes them a string.
    private func text(_ range: Range<Int>) throws -> String {
        let slice = UnsafeBufferPointer(rebasing: bytes[range])
        if let text = String(validating: slice, as: UTF8.self) { return text }
        var place = self
        place.offset = range.lowerBound + (TextEncoding.firstInvalidUTF8(slice) ?? 0)
        throw place.malformed("has a string that is not UTF-8", remedy: "Save the file as UTF-8.")
    }

    /// Reads the rest of a string from its first escape, at `end`, on.
    private mutating func escapedString(from start: Int, to end: Int) throws -> String {
        var result = try text(start..<end)
        offset = end
        while offset < bytes.count {
            let plain = offset
            while offset < bytes.count, bytes[offset] >= 0x20, bytes[offset] != UInt8(ascii: "\""),
                bytes[offset] != UInt8(ascii: "\\")
            {
                offset += 1
            }
            result += try text(plain..<offset)
            guard offset < bytes.count, bytes[offset] >= 0x20 else { break }
            offset += 1
            if bytes[offset - 1] == UInt8(ascii: "\"") { return result }
            result.unicodeScalars.append(try scalar())
        }
        throw unexpected("the closing quote of a string")
    }

    /// Reads what stands after a backslash; two escapes where they are a surrogate pair.
    private mutating func scalar() throws -> Unicode.Scalar {
        let start = offset - 1
        let unit = try escape()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        if UTF16.isLeadSurrogate(unit), offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
            bytes[offset + 1] == UInt8(ascii: "u")
        {
            offset += 1
            let trail = try escape()
            let pair = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(trail & 0x3FF))
            if UTF16.isTrailSurrogate(trail), let scalar = Unicode.Scalar(pair) { return scalar }
        }
        offset = start
        throw malformed("has half of a surrogate pair", remedy: "Write the character itself, or both halves.")
    }

    /// Reads what stands after a backslash as one UTF-16 code unit.
    private mutating func escape() throws -> UInt16 {
        guard offset < bytes.count else { throw unexpected("an escape") }
        let simple: UInt16
        switch bytes[offset] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): simple = UInt16(bytes[offset])
        case UInt8(ascii: "b"): simple = 0x08
        case UInt8(ascii: "f"): simple = 0x0C
        case UInt8(ascii: "n"): simple = 0x0A
        case UInt8(ascii: "r"): simple = 0x0D
        case UInt8(ascii: "t"): simple = 0x09
        case UInt8(ascii: "u"):
            offset += 1
            return try hexadecimalDigits()
        default: throw unexpected("one of \"\\/bfnrtu after a backslash")
        }
        offset += 1
        return simple
    }

    private mutating func hexadecimalDigits() throws -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard offset < bytes.count, let digit = Character(Unicode.Scalar(bytes[offset])).hexDigitValue else {
                throw unexpected("four hexadecimal digits")
            }
            unit = unit << 4 | UInt16(digit)
            offset += 1
        }
        return unit
    }
}
