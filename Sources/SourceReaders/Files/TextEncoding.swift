import GeographyModel

/// What the bytes of a text file are encoded in.
enum TextEncoding {
    /// The length of a UTF-8 byte order mark at the start: 3 or 0.
    static func byteOrderMark(_ bytes: [UInt8]) -> Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

    /// Refuses UTF-16 and UTF-32, which some spreadsheets call "Unicode text".
    ///
    /// - Throws: `GeodataError` with code `inputMalformed`.
    static func refuseUTF16(_ bytes: [UInt8], name: String) throws {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw GeodataError(.inputMalformed, "\(name) is UTF-16 text.", remedy: "Save it as UTF-8.")
        }
    }

    /// The index of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7); `nil` where all is well.
    static func firstInvalidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = 0
        while index < bytes.count {
            if index + 8 <= bytes.count,
                raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                index += 8
                continue
            }
            let lead = bytes[index]
            if lead < 0x80 {
                index += 1
                continue
            }
            let length: Int
            var second: ClosedRange<UInt8> = 0x80...0xBF
            switch lead {
            case 0xC2...0xDF: length = 2
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xE1...0xEF: length = 3
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF1...0xF3: length = 4
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            default: return index
            }
            guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return index }
            for place in 2..<max(length, 2) where bytes[index + place] & 0xC0 != 0x80 { return index }
            index += length
        }
        return nil
    }

    /// Bytes of Windows-1252, as Excel for Windows writes CSV, as UTF-8.
    ///
    /// The five bytes that the code page leaves open become U+FFFD.
    static func utf8(fromWindows1252 bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                result.append(byte)
                continue
            }
            let scalar = byte < 0xA0 ? Unicode.Scalar(upperControls[Int(byte) - 0x80]) : Unicode.Scalar(byte)
            result.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
        }
        return result
    }

    /// Code points of bytes 0x80…0x9F (Unicode Consortium, CP1252.TXT).
    private static let upperControls: [UInt16] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
        0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
}
