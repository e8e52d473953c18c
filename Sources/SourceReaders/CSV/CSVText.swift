import GeographyModel

/// What is settled about a CSV file before its rows are read: encoding, separator, names of the columns.
enum CSVText {
    /// The bytes as UTF-8 without a byte order mark.
    ///
    /// - Throws: `GeodataError` with code `inputMalformed` for UTF-16, for NUL bytes and for JSON.
    static func utf8(_ bytes: [UInt8], file: String, diagnostics: inout [Diagnostic]) throws -> [UInt8] {
        try TextEncoding.refuseUTF16(bytes, name: file)
        if bytes.contains(0) {
            throw GeodataError(
                .inputMalformed, "\(file) holds NUL bytes, so it is not UTF-8 text.", remedy: "Save it as CSV UTF-8.")
        }
        if let first = bytes.first(where: { !($0 == 0x20 || (0x09...0x0D).contains($0)) }), first == UInt8(ascii: "{") {
            throw GeodataError(
                .inputMalformed, "\(file) is JSON, not a table.",
                remedy: "Give a CSV file; boundaries are taken by 'hlgeo import boundaries'.")
        }
        let mark = TextEncoding.byteOrderMark(bytes)
        let text = mark == 0 ? bytes : Array(bytes.dropFirst(mark))
        guard let invalid = text.withUnsafeBufferPointer(TextEncoding.firstInvalidUTF8) else { return text }
        let line = 1 + lineEnds(in: text[..<invalid])
        diagnostics.append(
            Diagnostic(
                .warning, code: "not-utf-8", file: file, row: line,
                message: "the file is not UTF-8 and was read as Windows-1252", remedy: "Save it as CSV UTF-8."))
        return TextEncoding.utf8(fromWindows1252: text)
    }

    private static func lineEnds(in bytes: ArraySlice<UInt8>) -> Int {
        var (count, previous) = (0, UInt8(0))
        for byte in bytes {
            if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { count += 1 }
            previous = byte
        }
        return count
    }

    /// The separator that the first line with content uses most, outside quotes; comma where there is none.
    static func separator(_ text: [UInt8]) -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        var counts = [0, 0, 0]
        var isQuoted = false
        var hasContent = false
        for byte in text {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted, let candidate = candidates.firstIndex(of: byte) { counts[candidate] += 1 }
            if !isQuoted, byte == 0x0A || byte == 0x0D {
                if hasContent { break }
                counts = [0, 0, 0]
            } else if byte != 0x20, byte != 0x09 {
                hasContent = true
            }
        }
        let most = counts.max() ?? 0
        return candidates[counts.firstIndex(of: most) ?? 0]
    }

    /// A warning for each name that a later column repeats; the first column of the name is the one that is used.
    static func duplicates(in header: [String], line: Int, file: String) -> [Diagnostic] {
        var seen: Set<String> = []
        return header.filter { !lookupKey($0).isEmpty && !seen.insert(lookupKey($0)).inserted }.map {
            Diagnostic(
                .warning, code: "duplicate-column", file: file, row: line, column: $0,
                message: "the header names the column more than once; the first is used",
                remedy: "Give every column its own name.")
        }
    }

    /// A column name without what does not count: case, white space, byte order marks.
    static func lookupKey(_ name: String) -> String {
        String(name.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }.map(Character.init))
            .lowercased()
    }

    /// The text without white space and byte order marks at its ends.
    static func trimmed(_ text: String) -> String {
        let isPadding = { (character: Character) in character.isWhitespace || character == "\u{FEFF}" }
        guard let first = text.firstIndex(where: { !isPadding($0) }),
            let last = text.lastIndex(where: { !isPadding($0) })
        else { return "" }
        return String(text[first...last])
    }
}
